#pragma once

#include <string>
#include <vector>

#include "render/references.hpp"
#include "render/words.hpp"

namespace handbok {

/// Something that happens on a day: an item of the calendar, or what follows from the registers.
struct CalendarEntry {
  Date on;
  std::string title;
  std::vector<RoleId> roles;
  std::vector<UnitId> units;
  std::vector<std::string> links;
  bool is_by_law = false;
  bool is_moved = false;  ///< another day than the rule gives, by decision
};

/// What happens on the days `from ≤ day < until` of one year, by day: items of the calendar,
/// planned days of self-checks, compilations to be ready, reports that contractors owe, and
/// documents whose validity ends. Review days are left out: there are too many, and the control
/// page has them.
std::vector<CalendarEntry> calendar_entries(Date from, Date until, const LinkScope& scope);

/// The name of a month, 1 to 12.
Word month_word(int month);

}  // namespace handbok
