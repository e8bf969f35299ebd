#include "questions/planned_calendar.hpp"

#include <set>

#include "base/strings.hpp"
#include "questions/due.hpp"

namespace handbok {
namespace {

bool is_in_calendar(DueKind kind) {
  return kind != DueKind::compilation && kind != DueKind::contract_report;
}

/// "EGK-03-2026-12-31@von.handbok". Kinds that may share id and day with another have their name in
/// it.
std::string uid_of(const DueRow& row, const Settings& settings) {
  const bool may_meet_another =
      row.kind == DueKind::validity || row.kind == DueKind::effect_check || is_waiting(row.kind);
  return row.id + "-" + (may_meet_another ? std::string(name_of(row.kind)) + "-" : "") +
         row.on.to_string() + "@" + settings.principal + ".handbok";
}

std::string role_names(const DueRow& row, const Handbook& handbook) {
  std::vector<std::string> names;
  for (const auto& id : row.owners) {
    const auto* const role = handbook.find_role(id);
    names.push_back(role == nullptr ? id : role->name + " (" + id + ")");
  }
  return join(names, ", ");
}

std::string unit_names(const DueRow& row, const Handbook& handbook) {
  std::vector<std::string> names;
  for (const auto& id : row.units) {
    const auto* const unit = handbook.find_unit(id);
    names.push_back(unit == nullptr ? id : unit->name);
  }
  return join(names, ", ");
}

std::string description_of(const DueRow& row, const Handbook& handbook, Language language) {
  const bool is_swedish = language == Language::swedish;
  std::vector<std::string> lines;
  if (!row.owners.empty())
    lines.push_back((is_swedish ? "Ansvar: " : "Responsible: ") + role_names(row, handbook));
  if (!row.units.empty())
    lines.push_back((is_swedish ? "Enhet: " : "Unit: ") + unit_names(row, handbook));
  return join(lines, "\n");
}

/// "Översyn: RUT-010 Ledningens genomgång". An item of the year's calendar speaks for itself.
std::string summary_of(const DueRow& row, Language language) {
  if (row.kind == DueKind::calendar) return row.title;
  return std::string(category_of(row.kind, language)) + ": " + row.id + " " + row.title;
}

}  // namespace

Icalendar planned_calendar(const DayView& view, const std::vector<DueRow>& rows,
                           Language language) {
  const auto& handbook = view.handbook();
  const auto& settings = handbook.settings;
  Icalendar calendar;
  calendar.product = "-//Handbok//Handbok//" + settings.language;
  calendar.name = settings.short_title.empty() ? settings.title : settings.short_title;
  calendar.stamp = view.day();
  std::set<std::string> uids;
  for (const auto& row : rows) {
    if (!is_in_calendar(row.kind)) continue;
    auto uid = uid_of(row, settings);
    if (!uids.insert(uid).second) continue;  // a moved item may meet itself
    calendar.events.push_back({std::move(uid), row.on, summary_of(row, language),
                               description_of(row, handbook, language),
                               std::string(category_of(row.kind, language))});
  }
  return calendar;
}

std::string calendar_file(const DayView& view, const CalendarRequest& request) {
  const auto day = view.day();
  const int days = days_between(day, day.plus_months(request.months)) - 1;
  const auto* const unit = view.handbook().find_unit(request.unit);
  const auto rows = planned_rows(view, {days, request.role, unit, request.language});
  return write_icalendar(planned_calendar(view, rows, request.language));
}

}  // namespace handbok
