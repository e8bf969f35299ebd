#include "questions/planned_calendar.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "base/atom.hpp"
#include "base/strings.hpp"
#include "questions/due.hpp"

namespace handbok {
namespace {

bool is_in_calendar(DueKind kind) {
  return kind != DueKind::compilation && kind != DueKind::contract_report;
}

/// "EGK-03-2026.4@von.handbok": a calendar program moves what it has instead of adding another.
std::string uid_of(const DueRow& row, const Settings& settings) {
  return row.occurrence + "@" + settings.principal + ".handbok";
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
  auto rows = planned_rows(view, {days, request.role, unit, request.language});
  if (request.is_public)
    std::erase_if(rows, [](const DueRow& row) { return row.kind == DueKind::mending; });
  return write_icalendar(planned_calendar(view, rows, request.language));
}

std::string role_feed(const DayView& view, const std::vector<DueRow>& rows, const Role& role,
                      Language language) {
  const auto& settings = view.handbook().settings;
  const auto tag = "tag:" + settings.principal + ".handbok,2000:due/" + role.id;
  AtomFeed feed{.id = tag,
                .title = role.name + " – " + settings.title,
                .author = settings.title,
                .language = settings.language,
                .href = "index.html",
                .self = "atom.xml",
                .entries = {}};
  for (const auto& row : rows) {
    const bool is_theirs =
        row.escalated_to == role.id || std::ranges::find(row.owners, role.id) != row.owners.end();
    const bool is_told =
        row.kind != DueKind::calendar && row.kind != DueKind::forum && row.kind != DueKind::mending;
    if (!is_theirs || !is_told) continue;
    feed.entries.push_back({tag + "/" + row.occurrence, summary_of(row, language), feed.href,
                            row.since.value_or(row.on.plus_days(-settings.review_horizon_days)),
                            row.on.to_string()});
  }
  std::ranges::stable_sort(feed.entries, std::greater(), &AtomEntry::on);
  return write_atom(feed);
}

}  // namespace handbok
