#include "derive/calendar_days.hpp"

#include <algorithm>

#include "derive/row_days.hpp"

namespace handbok {
namespace {

constexpr int months_in_a_year = 12;
constexpr int days_in_a_week = 7;
constexpr int friday = 5;
constexpr int saturday = 6;
constexpr int chain_max = 8;  ///< items relative to items; longer chains are circles

Date first_of(int year, int month) {
  return Date::from_ymd(year, month, 1).value_or(Date{});
}

Date last_of(int year, int month) {
  return first_of(year, month).plus_months(1).plus_days(-1);
}

Date day_in_month(const CalendarItem& item, int year, int month) {
  if (item.on_last_day) return last_of(year, month);
  return Date::from_ymd(year, month, item.day).value_or(last_of(year, month));
}

bool has_fixed_rule(const CalendarItem& item) {
  return item.month >= 1 && item.month <= months_in_a_year && (item.day > 0 || item.on_last_day);
}

bool has_weekday_rule(const CalendarItem& item) {
  return item.month >= 1 && item.month <= months_in_a_year && item.week > 0 && item.weekday >= 1 &&
         item.weekday <= days_in_a_week;
}

Date shifted(Date day, const CalendarItem& item) {
  const int weekday = weekday_of(day);
  if (weekday < saturday || item.kind == CalendarKind::deadline_by_law) return day;
  if (item.weekend == WeekendShift::earlier) return day.plus_days(friday - weekday);
  if (item.weekend == WeekendShift::later) return day.plus_days(days_in_a_week + 1 - weekday);
  return day;
}

std::vector<Date> planned_days(const CalendarItem& item, int year, const Handbook& handbook,
                               int chain);

/// Days that lie some days before those of another item. The other item's days of the next year
/// count too, since the days before them may fall in this one.
std::vector<Date> relative_days(const CalendarItem& item, int year, const Handbook& handbook,
                                int chain) {
  std::vector<Date> days;
  const auto* const other = find_by_id(handbook.calendar, item.relative_to);
  if (other == nullptr || chain >= chain_max) return days;
  for (const int of_year : {year, year + 1}) {
    for (const auto day : planned_days(*other, of_year, handbook, chain + 1)) {
      const auto before = day.plus_days(-item.days_before);
      if (before.year() == year) days.push_back(before);
    }
  }
  return days;
}

std::vector<Date> planned_days(const CalendarItem& item, int year, const Handbook& handbook,
                               int chain) {
  if (!item.relative_to.empty()) return relative_days(item, year, handbook, chain);
  std::vector<Date> days;
  const bool is_fixed = has_fixed_rule(item);
  if (!is_fixed && !has_weekday_rule(item)) return days;
  const int step = item.every_months > 0 ? item.every_months : months_in_a_year;
  for (int month = (item.month - 1) % step + 1; month <= months_in_a_year; month += step) {
    days.push_back(is_fixed ? day_in_month(item, year, month)
                            : nth_weekday(first_of(year, month), item.week, item.weekday));
  }
  return days;
}

/// The days of meetings, `first_on` being the first.
class Meetings {
public:
  explicit Meetings(Date first_on)
      : month_(first_on.plus_days(1 - first_on.day())),
        week_((first_on.day() - 1) / days_in_a_week + 1),
        weekday_(weekday_of(first_on)) {}

  /// The meeting so many months after the first one.
  Date after(int months) const { return nth_weekday(month_.plus_months(months), week_, weekday_); }

private:
  Date month_;
  int week_;
  int weekday_;
};

}  // namespace

int weekday_of(Date day) {
  constexpr int monday_offset = 3;  // 1970-01-01 was a Thursday
  const int days = (day.days_since_epoch() + monday_offset) % days_in_a_week;
  return (days + days_in_a_week) % days_in_a_week + 1;
}

Date nth_weekday(Date first, int week, int weekday) {
  const int to_first = (weekday - weekday_of(first) + days_in_a_week) % days_in_a_week;
  auto day = first.plus_days(to_first + (week - 1) * days_in_a_week);
  while (day >= first.plus_months(1))
    day = day.plus_days(-days_in_a_week);
  return day;
}

std::vector<CalendarDay> calendar_days(const CalendarItem& item, int year,
                                       const Handbook& handbook) {
  std::vector<CalendarDay> found;
  for (const auto planned : planned_days(item, year, handbook, 0)) {
    const auto day = shifted(planned, item);
    if (is_valid_on(item, day)) found.push_back({day, &item, false});
  }
  // A decision moves the day that lies nearest.
  for (const auto to : item.moved_to) {
    if (to.year() != year || found.empty()) continue;
    const auto nearest = std::ranges::min_element(
        found, {}, [&](const CalendarDay& day) { return std::abs(days_between(day.on, to)); });
    *nearest = {to, &item, true};
  }
  std::ranges::stable_sort(found, {}, &CalendarDay::on);
  return found;
}

std::vector<CalendarDay> calendar_year(const Handbook& handbook, int year) {
  std::vector<CalendarDay> days;
  for (const auto& item : handbook.calendar) {
    const auto of_item = calendar_days(item, year, handbook);
    days.insert(days.end(), of_item.begin(), of_item.end());
  }
  std::ranges::stable_sort(days, {}, &CalendarDay::on);
  return days;
}

std::vector<Date> meeting_days(const Forum& forum, Date from, Date until) {
  std::vector<Date> days;
  if (!forum.first_on) return days;
  const Meetings meetings(*forum.first_on);
  for (int months = 0;; months += forum.every_months) {
    const auto day = meetings.after(months);
    if (day >= until) return days;
    if (from <= day) days.push_back(day);
    if (forum.every_months <= 0) return days;
  }
}

std::optional<Date> next_meeting(const Forum& forum, Date day) {
  if (!forum.first_on) return std::nullopt;
  const auto from = std::max(day, *forum.first_on);
  const auto days = meeting_days(forum, day, from.plus_months(std::max(forum.every_months, 0) + 2));
  if (days.empty()) return std::nullopt;
  return days.front();
}

std::vector<const Forum*> forums_of(const Handbook& handbook, const OrgUnit& unit) {
  std::vector<const Forum*> forums;
  if (unit.kind == UnitKind::contractor) return forums;
  for (const auto& forum : handbook.forums) {
    if (!forum.level.empty() && forum.level == unit.level) forums.push_back(&forum);
  }
  return forums;
}

}  // namespace handbok
