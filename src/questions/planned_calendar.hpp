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
  bool is_public = false;  ///< for readers: they do not know of drafts
};

/// The planned days as a calendar: reviews, ends of validity, self-checks, actions, effect checks,
/// meetings, roll-out, the items of the year's calendar, and what texts wait for. Compilations and
/// reports are not in it, since the year's calendar has them. An event keeps its uid when its day
/// is moved.
Icalendar planned_calendar(const DayView& view, const std::vector<DueRow>& rows, Language language);

/// The planned days of the request from the day of the view on, as a file (RFC 5545).
std::string calendar_file(const DayView& view, const CalendarRequest& request);

/// What waits for the role, is late, or falls due within the handbook's horizon, as a feed beside
/// the role's page (RFC 4287); links are relative. An entry is dated by the day on which it came
/// within the horizon, or the text began to wait. Drafts are left out: the feed is for readers.
std::string role_feed(const DayView& view, const std::vector<DueRow>& rows, const Role& role,
                      Language language);

}  // namespace handbok
