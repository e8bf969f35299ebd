#include <catch2/catch.hpp>

#include "derive/calendar_days.hpp"

namespace handbok {
namespace {

CalendarItem fixed(std::string id, int month, int day) {
  CalendarItem item;
  item.id = std::move(id);
  item.month = month;
  item.day = day;
  return item;
}

CalendarItem nth_weekday(int month, int week, int weekday) {
  CalendarItem item;
  item.id = "KAL-01";
  item.month = month;
  item.week = week;
  item.weekday = weekday;
  return item;
}

std::string days_of_year(const CalendarItem& item, int year, const Handbook& handbook = {}) {
  std::string text;
  for (const auto& day : calendar_days(item, year, handbook)) {
    if (!text.empty()) text += ' ';
    text += day.on.to_string();
    if (day.is_moved) text += '*';
  }
  return text;
}

}  // namespace

TEST_CASE("a day of the week is counted from Monday") {
  CHECK(weekday_of(*Date::from_ymd(2026, 11, 23)) == 1);
  CHECK(weekday_of(*Date::from_ymd(2027, 3, 1)) == 1);
  CHECK(weekday_of(*Date::from_ymd(2026, 2, 15)) == 7);
  CHECK(weekday_of(*Date::from_ymd(1969, 12, 31)) == 3);
}

TEST_CASE("a fixed day recurs each year, and 29 February is the last of the month") {
  CHECK(days_of_year(fixed("KAL-01", 3, 1), 2027) == "2027-03-01");
  CHECK(days_of_year(fixed("KAL-01", 2, 29), 2028) == "2028-02-29");
  CHECK(days_of_year(fixed("KAL-01", 2, 29), 2027) == "2027-02-28");
  CHECK(days_of_year(fixed("KAL-01", 2, 31), 2028) == "2028-02-29");
}

TEST_CASE("an item every few months falls in each period of the year") {
  auto tertial = fixed("KAL-01", 9, 15);
  tertial.every_months = 4;
  CHECK(days_of_year(tertial, 2026) == "2026-01-15 2026-05-15 2026-09-15");
  auto month_end = fixed("KAL-01", 1, 0);
  month_end.on_last_day = true;
  month_end.every_months = 3;
  CHECK(days_of_year(month_end, 2026) == "2026-01-31 2026-04-30 2026-07-31 2026-10-31");
}

TEST_CASE("the nth weekday of a month, or the last one") {
  CHECK(days_of_year(nth_weekday(10, 2, 4), 2026) == "2026-10-08");
  CHECK(days_of_year(nth_weekday(11, 5, 5), 2026) == "2026-11-27");
  CHECK(days_of_year(nth_weekday(3, 1, 1), 2027) == "2027-03-01");
}

TEST_CASE("a weekend shifts what may be shifted, never a deadline by law") {
  auto item = fixed("KAL-01", 2, 15);  // a Sunday in 2026
  CHECK(days_of_year(item, 2026) == "2026-02-15");
  item.weekend = WeekendShift::earlier;
  CHECK(days_of_year(item, 2026) == "2026-02-13");
  item.weekend = WeekendShift::later;
  CHECK(days_of_year(item, 2026) == "2026-02-16");
  auto law = fixed("KAL-02", 3, 1);  // a Sunday in 2026
  law.weekend = WeekendShift::earlier;
  law.kind = CalendarKind::deadline_by_law;
  CHECK(days_of_year(law, 2026) == "2026-03-01");
}

TEST_CASE("days before another item, also over the turn of the year and never in a circle") {
  Handbook handbook;
  handbook.calendar = {fixed("KAL-01", 3, 1), fixed("KAL-02", 1, 10)};
  CalendarItem before;
  before.id = "KAL-03";
  before.relative_to = "KAL-01";
  before.days_before = 21;
  CHECK(days_of_year(before, 2028, handbook) == "2028-02-09");
  before.relative_to = "KAL-02";
  CHECK(days_of_year(before, 2026, handbook) == "2026-12-20");
  before.relative_to = "KAL-99";
  CHECK(days_of_year(before, 2026, handbook).empty());
  before.relative_to = "KAL-03";
  handbook.calendar.push_back(before);
  CHECK(days_of_year(before, 2026, handbook).empty());
}

TEST_CASE("a decision moves the nearest day of its year only") {
  auto item = fixed("KAL-01", 10, 15);
  item.moved_to = {*Date::from_ymd(2026, 12, 3)};
  CHECK(days_of_year(item, 2026) == "2026-12-03*");
  CHECK(days_of_year(item, 2027) == "2027-10-15");
}

TEST_CASE("an item recurs while it is valid") {
  auto item = fixed("KAL-01", 5, 1);
  item.valid_from = *Date::from_ymd(2027, 5, 1);
  item.valid_to = *Date::from_ymd(2028, 5, 1);
  CHECK(days_of_year(item, 2026).empty());
  CHECK(days_of_year(item, 2027) == "2027-05-01");
  CHECK(days_of_year(item, 2028).empty());
}

}  // namespace handbok
