#pragma once

#include <string>
#include <vector>

#include "base/icalendar.hpp"
#include "questions/due.hpp"

namespace handbok {

/// Which calendar is asked for; an empty role or unit means everybody.
struct CalendarRequest {
  RoleId role;
  UnitId unit;
  int months = 12;  ///< how far ahead
  Language language = Language::swedish;
};

/// The planned days as a calendar: reviews, ends of validity, self-checks, actions, effect checks,
/// meetings, roll-out and the items of the year's calendar. Compilations and reports are not in it,
/// since the year's calendar has them. Events keep their uid from one export to the next while id
/// and day are the same.
Icalendar planned_calendar(const DayView& view, const std::vector<DueRow>& rows, Language language);

/// The planned days of the request from the day of the view on, as a file (RFC 5545).
std::string calendar_file(const DayView& view, const CalendarRequest& request);

}  // namespace handbok
