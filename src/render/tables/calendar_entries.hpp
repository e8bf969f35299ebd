#pragma once

#include <string>
#include <vector>

#include "derive/due_days.hpp"
#include "render/references.hpp"
#include "render/words.hpp"

namespace handbok {

/// Something that happens, or must happen, on a day, as the site shows it.
struct CalendarEntry {
  Date on;
  DueKind kind = DueKind::calendar;
  std::string title;  ///< without its kind
  std::string name;   ///< what an own register calls its day; empty: the kind has a word
  std::vector<RoleId> roles;
  std::vector<UnitId> units;
  std::vector<std::string> links;
  bool is_by_law = false;
  bool is_moved = false;  ///< another day than the rule gives, by decision
};

/// The day in words, with what it leads to.
CalendarEntry calendar_entry(const DueDay& day, const SiteContext& site);

/// "Egenkontroll: Följs rutinen?", as the exported calendar has it. An item of the year's calendar
/// speaks for itself.
std::string entry_text(const CalendarEntry& entry, const WordTable& words);

/// What happens on the days `from ≤ day < until`, by day: `year_days` in words. Review days are
/// left out: there are too many, and the control page has them.
std::vector<CalendarEntry> calendar_entries(Date from, Date until, const LinkScope& scope);

/// "Egenkontroll": what readers call the kind.
const std::string& kind_text(const CalendarEntry& entry, const WordTable& words);

/// "Januari 2027", with a capital as a heading has; and its anchor, "m2027-01".
std::string month_heading(Date month, const WordTable& words);
std::string month_anchor(Date month);

/// "januari–april 2026", "mars 2026", "2026": a span of whole months.
std::string period_text(const Interval& period, const WordTable& words);

}  // namespace handbok
