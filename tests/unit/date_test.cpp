#include "base/date.hpp"

#include <utility>

#include <catch2/catch.hpp>
#include <climits>

namespace handbok {
namespace {

Date day(const std::string& text) {
  const auto date = Date::parse(text);
  REQUIRE(date.has_value());
  return *date;
}

TEST_CASE("a date is read only when it names a real day", "[base][date]") {
  CHECK(Date::parse("2024-02-29").has_value());
  for (const auto* const wrong : {"2023-02-29", "2026-13-01", "2026-00-10", "2026-1-01",
                                  "2026-01-0a", "26-01-01", "2026/01/01", "2026-01-01 ", ""}) {
    INFO(wrong);
    CHECK_FALSE(Date::parse(wrong).has_value());
  }
}

TEST_CASE("a date is written as it was read", "[base][date]") {
  CHECK(day("2026-11-21").to_string() == "2026-11-21");
  CHECK(day("0999-12-31").to_string() == "0999-12-31");
}

TEST_CASE("adding months keeps the day or takes the month's last", "[base][date]") {
  CHECK(day("2025-01-31").plus_months(1) == day("2025-02-28"));
  CHECK(day("2024-01-31").plus_months(1) == day("2024-02-29"));
  CHECK(day("2024-02-29").plus_months(12) == day("2025-02-28"));
  CHECK(day("2026-05-12").plus_months(24) == day("2028-05-12"));
}

TEST_CASE("no reckoning leaves the years that can be written", "[base][date]") {
  CHECK(day("2026-11-21").plus_months(400'000) == day("9999-12-31"));
  CHECK(day("2026-11-21").plus_months(-400'000) == day("0000-01-01"));
  CHECK(day("9999-12-31").plus_days(1) == day("9999-12-31"));
  CHECK(day("0000-01-01").plus_days(-1) == day("0000-01-01"));
  CHECK(day("9999-11-30").plus_months(1) == day("9999-12-30"));
  CHECK(day("0001-01-31").plus_months(-1) == day("0000-12-31"));
}

TEST_CASE("an interval holds its first day but not its end", "[base][date]") {
  const Interval interval{day("2026-06-01"), day("2026-07-01")};
  CHECK_FALSE(interval.contains(day("2026-05-31")));
  CHECK(interval.contains(day("2026-06-01")));
  CHECK(interval.contains(day("2026-06-30")));
  CHECK_FALSE(interval.contains(day("2026-07-01")));
  CHECK(Interval{day("2026-06-01"), {}}.contains(day("2099-01-01")));
}

TEST_CASE("today knows how long its answers hold", "[base][date]") {
  const auto today = day("2026-11-21").as_today();
  DayQuestions asked;
  const auto held = [&] { return std::pair(asked.days_back, asked.days_ahead); };
  CHECK(today == day("2026-11-21").as_today());
  CHECK(held() == std::pair(INT_MAX, INT_MAX));
  CHECK(today < day("2026-11-24"));
  CHECK(held() == std::pair(INT_MAX, 2));
  CHECK(day("2026-11-11") < today);
  CHECK(held() == std::pair(9, 2));
  CHECK_FALSE(today.plus_days(30) < day("2026-12-20"));  // on 20 November it is no longer so
  CHECK(held() == std::pair(0, 2));

  SECTION("and is told from another day by what is read of it") {
    const auto read = GENERATE(0, 1, 2, 3);
    if (read == 0) CHECK(today.to_string() == "2026-11-21");
    if (read == 1) CHECK(today.plus_months(1) == day("2026-12-21"));
    if (read == 2) CHECK(days_between(day("2026-11-20"), today) == 1);
    if (read == 3) CHECK_FALSE(today != day("2026-11-21"));
    CHECK(held() == std::pair(0, 0));
  }
}

TEST_CASE("days between two dates count over leap days", "[base][date]") {
  CHECK(days_between(day("2026-11-21"), day("2027-01-20")) == 60);
  CHECK(days_between(day("2024-02-28"), day("2024-03-01")) == 2);
}

}  // namespace
}  // namespace handbok
