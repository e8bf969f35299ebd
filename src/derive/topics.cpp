#include "derive/topics.hpp"

#include <algorithm>

#include "derive/organisation.hpp"

namespace handbok {

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

}  // namespace handbok
