#include "derive/reach.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/strings.hpp"

namespace handbok {
namespace {

bool shares_regime(const Revision& revision, const OrgUnit& unit) {
  return revision.regimes.empty() || shares_any(unit.regimes, revision.regimes);
}

bool lies_under_it(const UnitsOnDay& units, const Revision& revision, const OrgUnit& unit) {
  return revision.applies_to.empty() ? units.is_within(unit, revision.unit)
                                     : units.is_within_any(unit, revision.applies_to);
}

/// All that derive/reach looks at in a revision.
auto reach_of(const Revision& revision) {
  return std::tie(revision.unit, revision.applies_to, revision.excludes, revision.regimes);
}

struct SameReachLess {
  bool operator()(const Revision* a, const Revision* b) const {
    return reach_of(*a) < reach_of(*b);
  }
};

}  // namespace

bool reaches(const Handbook& handbook, const Revision& revision, const OrgUnit& unit, Date day) {
  return reaches(UnitsOnDay(handbook, day), revision, unit);
}

bool reaches(const UnitsOnDay& units, const Revision& revision, const OrgUnit& unit) {
  if (unit.kind == UnitKind::contractor || !exists_on(unit, units.day())) return false;
  if (includes(revision.applies_to, unit.id)) return true;  // named: regimes do not matter
  return lies_under_it(units, revision, unit) && !units.is_within_any(unit, revision.excludes) &&
         shares_regime(revision, unit);
}

std::vector<const Revision*> effective_handbook(const DayView& view, const OrgUnit& unit) {
  std::vector<std::tuple<int, DocumentId, const Revision*>> found;
  const UnitsOnDay units(view.handbook(), view.day());
  for (const auto& document : view.documents()) {
    if (document.in_force == nullptr) continue;
    if (!reaches(units, *document.in_force, unit)) continue;
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

ReachIndex::ReachIndex(const DayView& view, std::span<const Revision* const> revisions)
    : units_(view.handbook(), view.day()) {
  std::map<const Revision*, std::vector<const Revision*>, SameReachLess> by_reach;
  for (const auto* const revision : revisions)
    by_reach[revision].push_back(revision);
  for (auto& [example, group] : by_reach) {
    const auto depth = depth_on(view.handbook(), example->unit, view.day());
    scopes_.push_back({std::move(group), depth});
  }
  std::ranges::stable_sort(scopes_, {}, &Scope::depth);  // by_reach is sorted by unit already
}

std::vector<const Revision*> ReachIndex::of(const OrgUnit& unit) const {
  std::vector<const Revision*> found;
  for (auto scope = scopes_.begin(); scope != scopes_.end();) {
    const auto& owner = scope->revisions.front()->unit;
    const auto start = static_cast<std::ptrdiff_t>(found.size());
    for (; scope != scopes_.end() && scope->revisions.front()->unit == owner; ++scope) {
      if (!reaches(units_, *scope->revisions.front(), unit)) continue;
      found.insert(found.end(), scope->revisions.begin(), scope->revisions.end());
    }
    std::sort(found.begin() + start, found.end(),
              [](const auto* a, const auto* b) { return a->document < b->document; });
  }
  return found;
}

}  // namespace handbok
