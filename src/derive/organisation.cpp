#include "derive/organisation.hpp"

#include <algorithm>

#include "derive/row_days.hpp"

namespace handbok {

bool exists_on(const OrgUnit& unit, Date day) {
  return is_valid_on(unit, day);
}

const UnitId& parent_on(const OrgUnit& unit, Date day) {
  for (const auto& earlier : unit.earlier_parents) {
    if (day < earlier.until) return earlier.parent;
  }
  return unit.parent;
}

bool is_within(const Handbook& handbook, std::string_view unit, std::string_view ancestor,
               Date day) {
  const auto* current = handbook.find_unit(unit);
  // A tree is never deeper than it has units; a circle in the content would be.
  for (std::size_t steps = 0; current != nullptr && steps <= handbook.units.size(); ++steps) {
    if (current->id == ancestor) return true;
    current = handbook.find_unit(parent_on(*current, day));
  }
  return false;
}

std::vector<const OrgUnit*> children_on(const Handbook& handbook, std::string_view parent,
                                        Date day) {
  std::vector<const OrgUnit*> children;
  for (const auto& unit : handbook.units) {
    if (exists_on(unit, day) && parent_on(unit, day) == parent) children.push_back(&unit);
  }
  return children;
}

UnitsOnDay::UnitsOnDay(const Handbook& handbook, Date day)
    : handbook_(&handbook),
      day_(day),
      places_(handbook.units.size()) {
  for (std::size_t i = 0; i < places_.size(); ++i)
    places_[i].parent = handbook.find_unit(parent_on(handbook.units[i], day));
  for (const auto& unit : handbook.units) {
    const bool does_work = unit.kind == UnitKind::contractor || unit.operative;
    if (!does_work || !exists_on(unit, day)) continue;
    const auto* above = place_of(unit).parent;
    for (std::size_t steps = 0; above != nullptr && steps < places_.size(); ++steps) {
      auto& place = places_[static_cast<std::size_t>(above - handbook.units.data())];
      if (above != &unit && above->kind == unit.kind) place.has_children = true;
      above = place.parent;
    }
  }
}

const UnitsOnDay::Place& UnitsOnDay::place_of(const OrgUnit& unit) const {
  static const Place nowhere;
  const auto& units = handbook_->units;
  const auto* const known = !units.empty() && &unit >= &units.front() && &unit <= &units.back()
                                ? &unit
                                : handbook_->find_unit(unit.id);
  if (known == nullptr) return nowhere;
  return places_[static_cast<std::size_t>(known - units.data())];
}

bool UnitsOnDay::is_within(const OrgUnit& unit, std::string_view ancestor) const {
  const auto* current = &unit;
  for (std::size_t steps = 0; current != nullptr && steps <= places_.size(); ++steps) {
    if (current->id == ancestor) return true;
    current = place_of(*current).parent;
  }
  return false;
}

bool UnitsOnDay::is_within_any(const OrgUnit& unit, const std::vector<UnitId>& ancestors) const {
  return std::ranges::any_of(ancestors, [&](const UnitId& id) { return is_within(unit, id); });
}

bool UnitsOnDay::has_children(const OrgUnit& unit) const {
  return place_of(unit).has_children;
}

bool UnitsOnDay::is_operative(const OrgUnit& unit) const {
  return unit.kind == UnitKind::own && unit.operative && exists_on(unit, day_) &&
         !has_children(unit);
}

int depth_on(const Handbook& handbook, std::string_view unit, Date day) {
  int depth = 0;
  const auto* current = handbook.find_unit(unit);
  const int deepest = static_cast<int>(handbook.units.size());
  while (current != nullptr && depth < deepest) {
    current = handbook.find_unit(parent_on(*current, day));
    if (current != nullptr) ++depth;
  }
  return depth;
}

std::vector<const OrgLevel*> levels_with_duties(const Handbook& handbook, Date day) {
  std::vector<const OrgLevel*> levels;
  for (const auto& level : handbook.settings.levels) {
    const bool is_used = std::ranges::any_of(handbook.duties, [&](const Duty& duty) {
      return is_valid_on(duty, day) &&
             std::ranges::find(duty.levels, level.id) != duty.levels.end();
    });
    if (is_used) levels.push_back(&level);
  }
  return levels;
}

}  // namespace handbok
