#include <algorithm>

#include <catch2/catch.hpp>

#include "derive/self_check_days.hpp"
#include "io/read_tree.hpp"
#include "load/load.hpp"
#include "support/project.hpp"

namespace handbok {
namespace {

Date day(std::string_view text) {
  return *Date::parse(text);
}

SelfCheck every(int months, std::string_view first_on) {
  SelfCheck check;
  check.id = "EGK-01";
  check.every_months = months;
  check.first_on = day(first_on);
  return check;
}

CheckOccurrence made(std::string_view due_on, std::string_view done_on) {
  CheckOccurrence occurrence;
  occurrence.due_on = day(due_on);
  occurrence.done_on = day(done_on);
  return occurrence;
}

/// The days with a blank between them.
std::string text_of(const std::vector<Date>& days) {
  std::string text;
  for (const auto one : days)
    text += (text.empty() ? "" : " ") + one.to_string();
  return text;
}

void check_days(const SelfCheck& check, std::string_view from, std::string_view until,
                const std::string& expected) {
  CHECK(text_of(planned_days(check, day(from), day(until))) == expected);
}

void check_next(const SelfCheck& check, std::string_view on, const std::string& expected) {
  const auto next = next_planned_day(Handbook(), check, day(on));
  CHECK((next ? next->to_string() : "none") == expected);
}

void check_made_by(const Handbook& handbook, const SelfCheck& check, const std::string& expected) {
  std::string ids;
  for (const auto* const unit : units_that_make(UnitsOnDay(handbook, day("2026-11-21")), check))
    ids += (ids.empty() ? "" : " ") + unit->id;
  CHECK(ids == expected);
}

OrgUnit unit(const std::string& id, const std::string& parent, std::vector<RegimeId> regimes) {
  OrgUnit result;
  result.id = id;
  result.parent = parent;
  result.regimes = std::move(regimes);
  return result;
}

/// A department with three units and a contractor.
Handbook department() {
  Handbook handbook;
  handbook.units = {unit("avd", "", {"HSL", "SOL"}), unit("lonn", "avd", {"HSL", "SOL"}),
                    unit("privat", "avd", {"HSL"}), unit("strand", "avd", {"HSL"}),
                    unit("vik", "avd", {"SOL"})};
  handbook.units[2].kind = UnitKind::contractor;
  return handbook;
}

Handbook demo() {
  Diagnostics ignored;
  return load(read_tree(test::in_project("content"), 1U << 25U), ignored);
}

}  // namespace

TEST_CASE("planned days follow the first one by equal steps", "[derive][self_check]") {
  const auto check = every(4, "2026-01-15");
  check_days(check, "2026-01-01", "2027-01-15", "2026-01-15 2026-05-15 2026-09-15");
  check_days(check, "2026-05-15", "2026-05-16", "2026-05-15");
  check_days(check, "2026-05-16", "2026-09-15", "");
  check_days(check, "2020-01-01", "2026-01-15", "");
  check_days(check, "2030-06-01", "2031-01-01", "2030-09-15");
}

TEST_CASE("a check that begins on a 31st falls on the last day of its months",
          "[derive][self_check]") {
  check_days(every(1, "2026-01-31"), "2026-01-01", "2026-06-01",
             "2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31");
}

TEST_CASE("a check on the last day falls there whatever its first month", "[derive][self_check]") {
  auto check = every(6, "2026-02-28");
  check.on_last_day = true;
  check_days(check, "2026-01-01", "2027-06-01", "2026-02-28 2026-08-31 2027-02-28");
  check.first_on = day("2026-02-10");
  check_days(check, "2026-01-01", "2026-10-01", "2026-02-28 2026-08-31");
}

TEST_CASE("a leap day comes every fourth year, and the day before it in others",
          "[derive][self_check]") {
  check_days(every(12, "2024-02-29"), "2024-01-01", "2029-01-01",
             "2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29");
}

TEST_CASE("a 30th that is not the last day stays a 30th", "[derive][self_check]") {
  check_days(every(1, "2026-01-30"), "2026-01-01", "2026-05-01",
             "2026-01-30 2026-02-28 2026-03-30 2026-04-30");
}

TEST_CASE("no days are planned from the day on which a check ends", "[derive][self_check]") {
  auto check = every(1, "2026-01-15");
  check.ends_on = day("2026-03-15");
  check_days(check, "2026-01-01", "2027-01-01", "2026-01-15 2026-02-15");
  CHECK(is_made_on(check, day("2026-03-14")));
  CHECK_FALSE(is_made_on(check, day("2026-03-15")));
  check_next(check, "2026-01-01", "2026-01-15");
  check.occurrences = {made("2026-02-15", "2026-02-15")};
  check_next(check, "2026-02-20", "none");
}

TEST_CASE("without steps there is one planned day, without a first day none",
          "[derive][self_check]") {
  auto check = every(0, "2026-05-10");
  check_days(check, "2020-01-01", "2030-01-01", "2026-05-10");
  check_next(check, "2026-06-01", "2026-05-10");
  check.occurrences = {made("2026-05-12", "2026-05-12")};
  check_next(check, "2026-05-11", "2026-05-10");
  check_next(check, "2026-05-12", "none");
  check.first_on.reset();
  check.every_months = 3;
  check_days(check, "2020-01-01", "2030-01-01", "");
  check_next(check, "2026-06-01", "none");
}

TEST_CASE("the next planned day follows the last answered one", "[derive][self_check]") {
  auto check = every(3, "2026-03-31");
  check_next(check, "2026-11-21", "2026-03-31");
  check.occurrences = {made("2026-03-31", "2026-04-02"), made("2026-09-30", "2026-11-21")};
  check_next(check, "2026-11-20", "2026-06-30");
  check_next(check, "2026-11-21", "2026-12-31");
}

TEST_CASE("an occurrence answers the planned day nearest to it", "[derive][self_check]") {
  auto check = every(3, "2026-03-31");
  check.occurrences = {made("2026-09-25", "2026-09-25")};
  check_next(check, "2026-11-21", "2026-12-31");
  check.occurrences = {made("2026-10-10", "2026-10-10")};
  check_next(check, "2026-11-21", "2026-12-31");
  check.occurrences = {made("2025-06-01", "2025-06-01")};  // before the plan began
  check_next(check, "2026-11-21", "2026-03-31");
}

TEST_CASE("a common check is made by the operative units that share a regime",
          "[derive][self_check]") {
  const auto handbook = department();
  auto check = every(3, "2026-03-31");
  check_made_by(handbook, check, "lonn strand vik");
  check.regimes = {"SOL", "LSS"};
  check_made_by(handbook, check, "lonn vik");
  check.except_units = {"vik"};
  check_made_by(handbook, check, "lonn");
  check.except_units = {"avd"};
  check_made_by(handbook, check, "");
}

TEST_CASE("a local check is made by the units that it names", "[derive][self_check]") {
  const auto handbook = department();
  auto check = every(3, "2026-03-31");
  check.regimes = {"SOL"};
  check.units = {"privat", "strand"};
  check_made_by(handbook, check, "privat strand");
  check.units = {"avd"};
  check_made_by(handbook, check, "lonn vik");
}

TEST_CASE("nobody makes a check that has ended, nor in a unit that is closed",
          "[derive][self_check]") {
  auto handbook = department();
  auto check = every(3, "2026-03-31");
  handbook.units[1].valid_to = day("2026-11-21");
  check_made_by(handbook, check, "strand vik");
  check.ends_on = day("2026-11-21");
  check_made_by(handbook, check, "");
}

TEST_CASE("a unit is late with no day before it was founded", "[derive][self_check]") {
  auto handbook = department();
  handbook.units[3].valid_from = day("2026-05-01");  // strand
  auto check = every(3, "2025-03-31");
  const auto next = [&](std::size_t unit) {
    return *next_planned_day(handbook, check, handbook.units[unit], day("2026-11-21"));
  };
  CHECK(next(3) == day("2026-06-30"));
  CHECK(next(4) == day("2025-03-31"));
  check.occurrences = {made("2026-09-30", "2026-09-30")};
  check.occurrences.front().unit = "strand";
  CHECK(next(3) == day("2026-12-31"));
  check.every_months = 0;  // once, long before it
  check.occurrences.clear();
  CHECK_FALSE(next_planned_day(handbook, check, handbook.units[3], day("2026-11-21")));
}

TEST_CASE("a unit is late with no day on which a routine that is checked did not reach it",
          "[derive][self_check]") {
  auto handbook = department();
  Document routine;
  routine.id = "RUT-001";
  for (const auto* const from : {"2025-01-01", "2026-07-01"}) {
    auto& text = routine.revisions.emplace_back();
    text.unit = routine.revisions.size() == 1 ? "lonn" : "avd";
    text.approval = Approval{};
    text.approval->valid_from = day(from);
  }
  handbook.documents = {routine};
  auto check = every(3, "2025-03-31");
  check.checks = {"RUT-001"};
  CHECK(next_planned_day(handbook, check, handbook.units[4], day("2026-11-21")) ==
        day("2026-09-30"));
  CHECK(next_planned_day(handbook, check, handbook.units[1], day("2026-11-21")) ==
        day("2025-03-31"));
}

TEST_CASE("a result that names nobody is that of the unit which alone made the check then",
          "[derive][self_check]") {
  auto handbook = department();
  auto check = every(3, "2026-03-31");
  check.regimes = {"SOL"};  // lonn and vik
  check.occurrences = {made("2026-06-30", "2026-06-30")};
  const auto holder = [&](std::size_t unit) {
    return last_result_in(UnitsOnDay(handbook, day("2026-11-21")), check, handbook.units[unit]).of;
  };
  CHECK(holder(1) == ResultOf::unsaid);
  handbook.units[4].valid_to = day("2026-09-01");  // vik was there on the day
  CHECK(holder(1) == ResultOf::unsaid);
  handbook.units[4].valid_to.reset();
  handbook.units[4].valid_from = day("2026-09-01");  // vik came later
  CHECK(holder(1) == ResultOf::unit);
}

TEST_CASE("a result of all together is not that of a unit which came later",
          "[derive][self_check]") {
  auto handbook = department();
  auto check = every(3, "2026-03-31");
  check.occurrences = {made("2026-03-31", "2026-03-30")};
  check.occurrences.front().together = true;
  const auto last = [&] {
    return last_result_in(UnitsOnDay(handbook, day("2026-11-21")), check, handbook.units[3])
        .occurrence;
  };
  CHECK(last() == &check.occurrences.front());
  handbook.units[3].valid_from = day("2026-03-31");
  CHECK(last() == nullptr);
  handbook.units[3].valid_from = day("2026-03-30");
  CHECK(last() != nullptr);
}

TEST_CASE("the units of the demo that make a check of its medicines",
          "[derive][self_check][demo]") {
  const auto handbook = demo();
  const auto* const check = handbook.find_self_check("EGK-03");
  REQUIRE(check != nullptr);
  check_made_by(handbook, *check, "gb-vits hsv-team rehab sabo-lonn sabo-stra");
}

}  // namespace handbok
