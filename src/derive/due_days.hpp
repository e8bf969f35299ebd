#pragma once

#include <map>
#include <optional>
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
  std::vector<RoleId> owners;     ///< who owns, performs or takes part in it
  std::vector<UnitId> units;      ///< where; empty: it is common
  std::vector<UnitId> told_in{};  ///< units besides that it concerns
  Interval period{};              ///< of a compilation
  const ContractReport* report = nullptr;
  std::optional<ReportKind> yearly{};  ///< of a yearly report
  const CalendarItem* item = nullptr;
  bool is_moved = false;  ///< an item on another day than its rule gives, by decision
  /// Names this one among all, whatever day it is moved to: "RUT-001@3-scrutiny-2".
  std::string occurrence{};
  const Revision* revision = nullptr;  ///< of a text that waits, and of a document
  std::optional<Date> since{};         ///< of a text that waits
  RoleId escalated_to{};  ///< the role above, once it is so late as the handbook says; or empty
};

/// What is late on the day of the view, or falls due on or before `last`, by day and id. A calendar
/// item or a meeting is never late; what a text under review waits for is told only of all units;
/// of a self-check and a forum only the next day is told. With a unit: the documents, actions,
/// compilations and reports of the unit itself, the self-checks and roll-outs that it makes, the
/// forums of its level, and the calendar items that name it, or that name no unit and are for a
/// role of its level or for nobody in particular; for a contractor: for its head.
std::vector<DueDay> due_days(const DayView& view, Date last, const OrgUnit* unit);

/// What due_days() and units_that_make() tell about every unit, found once for all of them. Refers
/// to the view, which must outlive it. Safe to read from any thread once built.
class DueIndex {
public:
  /// Days are known until `last`.
  DueIndex(const DayView& view, Date last);
  /// Those days instead of due_days().
  DueIndex(const DayView& view, Date last, std::vector<DueDay> days);

  Date last() const { return last_; }
  /// For all units together.
  const std::vector<DueDay>& all() const { return days_; }
  std::vector<DueDay> of(const OrgUnit& unit) const;
  /// The self-checks that the unit makes on the day, by id.
  const std::vector<const SelfCheck*>& self_checks(const OrgUnit& unit) const;

private:
  const Handbook* handbook_;
  Date last_;
  std::vector<DueDay> days_;
  std::map<UnitId, std::vector<std::size_t>, std::less<>> by_unit_;  ///< places in days_
  std::vector<std::size_t> by_rule_;  ///< places of what names no units but is for some
  std::map<const OrgUnit*, std::vector<const SelfCheck*>> self_checks_;
};

/// The same with every planned day ahead of a self-check and a forum, and nothing that is late.
std::vector<DueDay> days_ahead(const DayView& view, Date last, const OrgUnit* unit);

/// What the year holds on the days `from ≤ day < until`, done or not: calendar items, planned days
/// of self-checks, meetings, compilations to be ready, reports that contractors owe and documents
/// whose validity ends. Reviews, actions and roll-out are left out: they are not the year's.
std::vector<DueDay> year_days(const DayView& view, Date from, Date until);

}  // namespace handbok
