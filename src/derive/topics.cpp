#include "derive/topics.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "derive/organisation.hpp"

namespace handbok {
namespace {

bool describes(const Revision& revision, const ReportingDuty& duty) {
  const bool has_regime = duty.regimes.empty() || revision.regimes.empty() ||
                          shares_any(duty.regimes, revision.regimes);
  return has_regime && shares_any(duty.topics, revision.topics);
}

bool is_local(const Revision& revision) {
  return std::ranges::any_of(revision.relations,
                             [](const Relation& relation) { return is_local(relation.kind); });
}

}  // namespace

std::vector<const Revision*> routines_about(const DayView& view, std::string_view topic) {
  std::vector<const Revision*> routines;
  for (const auto& document : view.documents()) {
    const auto* const revision = document.in_force;
    if (revision == nullptr) continue;
    const auto* const type = view.handbook().find_type(revision->type);
    const bool is_routine = type != nullptr && type->is_routine;
    if (is_routine && std::ranges::find(revision->topics, topic) != revision->topics.end())
      routines.push_back(revision);
  }
  return routines;
}

bool is_needed_on(const Handbook& handbook, const Topic& topic, Date day) {
  if (topic.regimes.empty()) return true;
  return std::ranges::any_of(handbook.units, [&](const OrgUnit& unit) {
    return unit.kind == UnitKind::own && exists_on(unit, day) &&
           std::ranges::find_first_of(unit.regimes, topic.regimes) != unit.regimes.end();
  });
}

std::vector<const Revision*> reporting_routines(const DayView& view, const ReportingDuty& duty) {
  std::vector<const Revision*> routines;
  for (const auto& document : view.documents()) {
    const auto* const revision = document.in_force;
    if (revision == nullptr || !describes(*revision, duty)) continue;
    const auto* const type = view.handbook().find_type(revision->type);
    if (type != nullptr && type->is_routine) routines.push_back(revision);
  }
  std::ranges::stable_sort(routines, {}, [](const Revision* r) { return is_local(*r); });
  return routines;
}

}  // namespace handbok
