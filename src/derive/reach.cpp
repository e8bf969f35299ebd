#include "derive/reach.hpp"

#include <algorithm>
#include <tuple>

#include "derive/organisation.hpp"

namespace handbok {
namespace {

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

bool shares_regime(const Revision& revision, const OrgUnit& unit) {
  return revision.regimes.empty() || shares_any(unit.regimes, revision.regimes);
}

/// True if the unit lies under one of `tops` on the day.
bool is_within_any(const Handbook& handbook, const OrgUnit& unit, const std::vector<UnitId>& tops,
                   Date day) {
  return std::ranges::any_of(
      tops, [&](const UnitId& top) { return is_within(handbook, unit.id, top, day); });
}

}  // namespace

bool reaches(const Handbook& handbook, const Revision& revision, const OrgUnit& unit, Date day) {
  if (unit.kind == UnitKind::contractor || !exists_on(unit, day)) return false;
  if (contains(revision.applies_to, unit.id)) return true;  // named: regimes do not matter
  const auto tops =
      revision.applies_to.empty() ? std::vector<UnitId>{revision.unit} : revision.applies_to;
  return is_within_any(handbook, unit, tops, day) &&
         !is_within_any(handbook, unit, revision.excludes, day) && shares_regime(revision, unit);
}

std::vector<const Revision*> effective_handbook(const DayView& view, const OrgUnit& unit) {
  std::vector<std::tuple<int, DocumentId, const Revision*>> found;
  for (const auto& document : view.documents()) {
    if (document.in_force == nullptr) continue;
    if (!reaches(view.handbook(), *document.in_force, unit, view.day())) continue;
    found.emplace_back(depth_on(view.handbook(), document.in_force->unit, view.day()),
                       document.document->id, document.in_force);
  }
  std::ranges::sort(found);
  std::vector<const Revision*> revisions;
  revisions.reserve(found.size());
  for (const auto& entry : found)
    revisions.push_back(std::get<2>(entry));
  return revisions;
}

}  // namespace handbok
