#pragma once

#include <optional>
#include <vector>

#include "base/date.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// One day of the year on which something recurs.
struct CalendarDay {
  Date on;
  const CalendarItem* item = nullptr;
  bool is_moved = false;  ///< another day than the rule gives, by decision
};

/// The days in `year` on which the item falls, in order. A day that a month lacks is the month's
/// last day (29 February is 28 February in other years). A weekend shift moves a Saturday or Sunday
/// to the Friday before or the Monday after, except for a deadline by law, which never moves. Empty
/// outside the item's validity and for a rule that gives no day, such as one that is relative to an
/// item that does not exist or, in the end, to itself.
std::vector<CalendarDay> calendar_days(const CalendarItem& item, int year,
                                       const Handbook& handbook);

/// All items of the register in that year, by day.
std::vector<CalendarDay> calendar_year(const Handbook& handbook, int year);

/// The nth weekday (1 Monday … 7 Sunday) of the month that begins on `first`; the last one if the
/// month has fewer.
Date nth_weekday(Date first, int week, int weekday);

/// 1 for Monday … 7 for Sunday.
int weekday_of(Date day);

/// The days with `from ≤ day < until` on which the forum meets, rising: `first_on`, and in every
/// `every_months` month after it the same weekday of the same week: the second Tuesday again falls
/// on the second Tuesday, a fifth one on the last. None without `first_on`; one if it does not
/// recur.
std::vector<Date> meeting_days(const Forum& forum, Date from, Date until);

/// The first day on or after `day` on which the forum meets.
std::optional<Date> next_meeting(const Forum& forum, Date day);

/// The forums where the unit follows up its quality: those of its own level. A contractor has
/// forums of its own.
std::vector<const Forum*> forums_of(const Handbook& handbook, const OrgUnit& unit);

}  // namespace handbok
