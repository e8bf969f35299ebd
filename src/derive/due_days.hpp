#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "derive/day_view.hpp"
#include "derive/due_kind.hpp"

namespace handbok {

/// Something that happens, or must happen, on a day. Pointers point into the Handbook.
struct DueDay {
  Date on;
  DueKind kind = DueKind::review;
  std::string id;
  std::string title;   ///< empty if the handbook gives none: of a compilation and a contract report
  std::string name{};  ///< of a register's day: what the register calls it
  std::vector<RoleId> owners;  ///< who owns, performs or takes part in it
  std::vector<UnitId> units;   ///< where; empty: it is common
  Interval period{};           ///< of a compilation
  const ContractReport* report = nullptr;
  const CalendarItem* item = nullptr;
  bool is_moved = false;  ///< an item on another day than its rule gives, by decision
};

/// What is late on the day of the view, or falls due on or before `last`, by day and id. A calendar
/// item or a meeting is never late; what a text under review waits for is told only of all units;
/// of a self-check and a forum only the next day is told. With a unit: the documents, actions,
/// compilations, reports and roll-out of the unit itself, the self-checks that it makes, the forums
/// of its level, and the calendar items that name it, or that name no unit and are for a role of
/// its level or for nobody in particular; for a contractor: for its head.
std::vector<DueDay> due_days(const DayView& view, Date last, const OrgUnit* unit);

/// The same with every planned day ahead of a self-check and a forum, and nothing that is late.
std::vector<DueDay> days_ahead(const DayView& view, Date last, const OrgUnit* unit);

/// What the year holds on the days `from ≤ day < until`, done or not: calendar items, planned days
/// of self-checks, meetings, compilations to be ready, reports that contractors owe and documents
/// whose validity ends. Reviews, actions and roll-out are left out: they are not the year's.
std::vector<DueDay> year_days(const DayView& view, Date from, Date until);

}  // namespace handbok
