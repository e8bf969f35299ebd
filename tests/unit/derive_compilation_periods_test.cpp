#include <catch2/catch.hpp>

#include "derive/compilation_periods.hpp"

namespace handbok {
namespace {

Date day(std::string_view text) {
  return *Date::parse(text);
}

CompilationRule every(int months, std::string_view from) {
  CompilationRule rule;
  rule.prefix = "SAM";
  rule.period_months = months;
  rule.from = day(from);
  return rule;
}

/// The ids of the periods with a blank between them.
std::string ids_on(const CompilationRule& rule, std::string_view on) {
  std::string ids;
  for (const auto& period : compilation_periods(rule, day(on)))
    ids += (ids.empty() ? "" : " ") + period.id;
  return ids;
}

}  // namespace

TEST_CASE("periods are named after the year and their number in it", "[derive][compilation]") {
  CHECK(ids_on(every(4, "2025-01-01"), "2026-05-01") ==
        "SAM-2025-T1 SAM-2025-T2 SAM-2025-T3 SAM-2026-T1 SAM-2026-T2");
  CHECK(ids_on(every(4, "2025-09-01"), "2026-04-30") == "SAM-2025-T3 SAM-2026-T1");
  CHECK(ids_on(every(3, "2025-10-01"), "2026-01-01") == "SAM-2025-Q4 SAM-2026-Q1");
  CHECK(ids_on(every(6, "2025-07-01"), "2026-01-01") == "SAM-2025-H2 SAM-2026-H1");
  CHECK(ids_on(every(1, "2025-12-01"), "2026-01-31") == "SAM-2025-M12 SAM-2026-M1");
  CHECK(ids_on(every(2, "2025-11-01"), "2025-12-31") == "SAM-2025-P6");
  CHECK(ids_on(every(12, "2025-01-01"), "2026-01-01") == "SAM-2025 SAM-2026");
}

TEST_CASE("a period that began before the rule is not demanded", "[derive][compilation]") {
  CHECK(ids_on(every(4, "2026-01-02"), "2026-12-31") == "SAM-2026-T2 SAM-2026-T3");
}

TEST_CASE("without a rule there are no periods", "[derive][compilation]") {
  auto rule = every(4, "2026-01-01");
  CHECK(ids_on(rule, "2025-12-31").empty());
  rule.prefix.clear();
  CHECK(ids_on(rule, "2026-12-31").empty());
  rule = every(4, "2026-01-01");
  rule.from.reset();
  CHECK(ids_on(rule, "2026-12-31").empty());
}

TEST_CASE("a compilation is due on the last day of a month", "[derive][compilation]") {
  auto rule = every(4, "2026-05-01");
  const auto period = compilation_periods(rule, day("2026-08-31")).at(0);
  CHECK(period.first_day == day("2026-05-01"));
  CHECK(period.until == day("2026-09-01"));
  CHECK(period.due_on == day("2026-09-30"));
  rule.ready_after_months = 0;
  CHECK(compilation_periods(rule, day("2026-08-31")).at(0).due_on == day("2026-08-31"));
  rule.ready_after_months = 6;
  CHECK(compilation_periods(rule, day("2026-08-31")).at(0).due_on == day("2027-02-28"));
}

}  // namespace handbok
