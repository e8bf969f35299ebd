// What is due, unit by unit.
#include <algorithm>
#include <map>

#include "base/strings.hpp"
#include "derive/calendar_days.hpp"
#include "derive/due_days.hpp"
#include "derive/self_check_days.hpp"

namespace handbok {
namespace {

/// An item that names no units is for the level of those who answer for it, or for all; a
/// contractor has its own only.
bool concerns_unit(const Handbook& handbook, const CalendarItem& item, const OrgUnit& unit) {
  if (!item.units.empty()) return includes(item.units, unit.id);
  if (unit.kind == UnitKind::contractor) return includes(item.responsible, unit.head);
  return item.responsible.empty() || std::ranges::any_of(item.responsible, [&](const RoleId& id) {
           const auto* const role = handbook.find_role(id);
           return role != nullptr && (role->level.empty() || role->level == unit.level);
         });
}

}  // namespace

DueIndex::DueIndex(const DayView& view, Date last)
    : DueIndex(view, last, due_days(view, last, nullptr)) {}

DueIndex::DueIndex(const DayView& view, Date last, std::vector<DueDay> days)
    : handbook_(&view.handbook()),
      last_(last),
      days_(std::move(days)) {
  std::map<std::string_view, std::vector<UnitId>> making;
  for (const auto& check : handbook_->self_checks) {
    for (const auto* const unit : units_that_make(view.units(), check)) {
      making[check.id].push_back(unit->id);
      self_checks_[unit].push_back(&check);
    }
  }
  for (std::size_t i = 0; i < days_.size(); ++i) {
    const auto& day = days_[i];
    if (is_waiting(day.kind)) continue;  // of those who work with a text, whatever their unit
    const bool may_be_for_all = day.kind == DueKind::calendar || day.kind == DueKind::forum;
    if (may_be_for_all && day.units.empty()) by_rule_.push_back(i);
    const bool is_for_all = day.kind == DueKind::self_check && day.units.empty();
    auto ids = is_for_all ? making[day.id] : day.units;
    ids.insert(ids.end(), day.told_in.begin(), day.told_in.end());
    for (const auto& id : ids) {
      auto& places = by_unit_[id];
      if (places.empty() || places.back() != i) places.push_back(i);
    }
  }
}

std::vector<DueDay> DueIndex::of(const OrgUnit& unit) const {
  std::vector<std::size_t> places;
  if (const auto own = by_unit_.find(unit.id); own != by_unit_.end()) places = own->second;
  const auto forums = forums_of(*handbook_, unit);
  for (const auto place : by_rule_) {
    const auto& day = days_[place];
    const bool is_for_it =
        day.kind == DueKind::calendar
            ? concerns_unit(*handbook_, *day.item, unit)
            : std::ranges::any_of(forums, [&](const Forum* forum) { return forum->id == day.id; });
    if (is_for_it) places.push_back(place);
  }
  std::ranges::sort(places);
  std::vector<DueDay> days;
  days.reserve(places.size());
  for (const auto place : places) {
    days.push_back(days_[place]);
    if (days.back().kind == DueKind::self_check) days.back().units.clear();  // it is the one asked
  }
  return days;
}

const std::vector<const SelfCheck*>& DueIndex::self_checks(const OrgUnit& unit) const {
  static const std::vector<const SelfCheck*> none;
  const auto found = self_checks_.find(&unit);
  return found == self_checks_.end() ? none : found->second;
}

}  // namespace handbok
