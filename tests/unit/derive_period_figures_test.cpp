#include <catch2/catch.hpp>

#include "derive/period_figures.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

using test::day;
using Ids = std::vector<std::string>;

ReportPeriod year_2025(const char* known_on = "2026-11-21") {
  return {day("2025-01-01"), day("2026-01-01"), day(known_on)};
}

OrgUnit unit(const char* id, const char* parent, std::vector<RegimeId> regimes) {
  OrgUnit result;
  result.id = id;
  result.parent = parent;
  result.regimes = std::move(regimes);
  return result;
}

Handbook organisation() {
  Handbook handbook;
  handbook.units = {unit("avd", "namnd", {"HSL"}), unit("namnd", "", {"HSL"}),
                    unit("norr", "avd", {"HSL"}), unit("soder", "avd", {"SOL"})};
  handbook.settings.compilations.prefix = "SAM";
  handbook.settings.compilations.from = day("2025-01-01");
  handbook.settings.compilations.unit = "namnd";
  return handbook;
}

Ids units_in(const Handbook& handbook, const ReportPeriod& period, const ReportScope& scope) {
  Ids ids;
  for (const auto& entry : units_in_period(handbook, period, scope))
    ids.push_back(entry.unit->id);
  return ids;
}

TEST_CASE("a report covers units that have since closed", "[reports]") {
  auto handbook = organisation();
  CHECK(units_in(handbook, year_2025(), {}) == Ids{"norr", "soder"});
  CHECK(units_in(handbook, year_2025(), {nullptr, {"HSL"}}) == Ids{"norr"});
  handbook.units[2].valid_to = day("2025-01-02");  // there on the first day only
  CHECK(units_in(handbook, year_2025(), {}) == Ids{"norr", "soder"});
  CHECK(units_in_period(handbook, year_2025(), {})[0].last_day == day("2025-01-01"));
  handbook.units[2].valid_to = day("2025-01-01");
  CHECK(units_in(handbook, year_2025(), {}) == Ids{"soder"});
  handbook.units[2].valid_to.reset();
  handbook.units[2].valid_from = day("2025-12-31");
  CHECK(units_in(handbook, year_2025(), {}) == Ids{"norr", "soder"});
  CHECK(units_in(handbook, year_2025("2025-12-30"), {}) == Ids{"soder"});
  CHECK(units_in(handbook, year_2025(), {handbook.units.data(), {}}) == Ids{"norr", "soder"});
  CHECK(units_in(handbook, year_2025(), {&handbook.units[3], {}}) == Ids{"soder"});
}

Compilation compilation(const char* id, const char* from, const char* until,
                        std::vector<MessageCount> counts) {
  Compilation result;
  result.id = id;
  result.unit = "namnd";
  result.first_day = day(from);
  result.until = day(until);
  result.counts = std::move(counts);
  return result;
}

TEST_CASE("zero is not unknown", "[reports]") {
  auto handbook = organisation();
  handbook.compilations = {
      compilation("SAM-2025-T1", "2025-01-01", "2025-05-01", {{"injury", 0, {}, {}}}),
      compilation("SAM-2025-T2", "2025-05-01", "2025-09-01", {{"injury", 2, {}, {}}}),
      compilation("SAM-2025-T3", "2025-09-01", "2026-01-01", {{"complaint", 9, {}, {}}})};
  const auto figures = compilations_in_period(handbook, year_2025());
  CHECK(figures.missing.empty());
  const auto injuries = count_of(figures, "injury");
  CHECK_FALSE(injuries.total.has_value());
  CHECK(injuries.known == 2);
  CHECK(injuries.lacking == Ids{"SAM-2025-T3"});
  handbook.compilations[2].counts.push_back({"injury", 0, {}, {}});
  CHECK(count_of(compilations_in_period(handbook, year_2025()), "injury").total == 2);
  CHECK_FALSE(count_of({}, "injury").total.has_value());
}

TEST_CASE("a period that nobody has compiled leaves the year unknown", "[reports]") {
  auto handbook = organisation();
  handbook.compilations = {
      compilation("SAM-2025-T1", "2025-01-01", "2025-05-01", {{"injury", 1, {}, {}}})};
  const auto figures = compilations_in_period(handbook, year_2025());
  CHECK(figures.missing == Ids{"SAM-2025-T2", "SAM-2025-T3"});
  CHECK_FALSE(count_of(figures, "injury").total.has_value());
  // As known on a day before the second period had ended, nothing is missing yet.
  CHECK(compilations_in_period(handbook, year_2025("2025-08-31")).missing.empty());
  CHECK(compilations_in_period(handbook, year_2025("2025-09-01")).missing == Ids{"SAM-2025-T2"});
}

TEST_CASE("small numbers are masked, zero and five are not", "[reports]") {
  using Masked = std::vector<bool>;
  CHECK(masked_counts({0, 1, 4, 5}, std::nullopt) == Masked{false, true, true, false});
  // One alone could be worked out from the sum; then the smallest of the others goes too.
  CHECK(masked_counts({9, 3, 7}, 19) == Masked{false, true, true});
  CHECK(masked_counts({9, 3, 7}, 25) == Masked{false, true, false});
  CHECK(masked_counts({9, 3, 2}, 14) == Masked{false, true, true});
  CHECK(masked_counts({9, 7}, 16) == Masked{false, false});
  CHECK(masked_counts({}, 0).empty());
}

TEST_CASE("planned times without a result are counted", "[reports]") {
  Handbook handbook;
  SelfCheck check;
  check.id = "EGK-01";
  check.every_months = 3;
  check.first_on = day("2025-03-31");
  check.on_last_day = true;
  check.occurrences = {
      {day("2025-03-31"), day("2025-04-02"), {}, false, CheckOutcome::ok, "94 %", {}, {}},
      {day("2025-12-31"), day("2026-01-09"), {}, false, CheckOutcome::ok, "95 %", {}, {}}};
  handbook.self_checks = {check};
  const auto whole = self_checks_in_period(handbook, year_2025(), {});
  REQUIRE(whole.size() == 1);
  CHECK(whole[0].planned == 4);
  CHECK(whole[0].answered == 2);
  CHECK(whole[0].missing() == 2);
  CHECK(self_checks_in_period(handbook, year_2025("2026-01-08"), {})[0].answered == 1);
  CHECK(self_checks_in_period(handbook, year_2025("2025-06-29"), {})[0].planned == 1);
  handbook.self_checks[0].regimes = {"SOL"};
  CHECK(self_checks_in_period(handbook, year_2025(), {nullptr, {"HSL"}}).empty());
}

TEST_CASE("a risk closed in the year belongs to it, with its values then", "[reports]") {
  Handbook handbook;
  RiskScale scale;
  scale.probability = {"1", "2", "3", "4"};
  scale.consequence = {"1", "2", "3", "4"};
  handbook.settings.risk_scales = {scale};
  Risk risk;
  risk.id = "RSK-01";
  risk.assessments = {
      {day("2024-09-01"), 2, 2, {}}, {day("2025-12-31"), 3, 3, {}}, {day("2026-01-01"), 4, 4, {}}};
  handbook.risks = {risk};
  const auto open = risks_in_period(handbook, year_2025(), {});
  REQUIRE(open.size() == 1);
  CHECK(open[0].before.value == 4);
  CHECK(open[0].after.value == 9);
  CHECK(open[0].is_assessed);
  CHECK_FALSE(open[0].is_closed);
  handbook.risks[0].closed_on = day("2025-01-02");
  CHECK(risks_in_period(handbook, year_2025(), {})[0].is_closed);
  handbook.risks[0].closed_on = day("2025-01-01");
  CHECK(risks_in_period(handbook, year_2025(), {}).empty());
  handbook.risks[0].closed_on = day("2026-01-01");
  CHECK_FALSE(risks_in_period(handbook, year_2025(), {})[0].is_closed);
}

TEST_CASE("an action done before the year is none of its", "[reports]") {
  Handbook handbook;
  Action action;
  action.id = "ATG-01";
  action.decided_on = day("2024-05-01");
  action.status = ActionStatus::done;
  action.done_on = day("2025-01-01");
  handbook.actions = {action};
  CHECK(actions_in_period(handbook, year_2025(), {}).size() == 1);
  handbook.actions[0].done_on = day("2024-12-31");
  CHECK(actions_in_period(handbook, year_2025(), {}).empty());
  handbook.actions[0].done_on = day("2026-03-01");
  handbook.actions[0].decided_on = day("2026-01-01");
  CHECK(actions_in_period(handbook, year_2025(), {}).empty());
}

}  // namespace
}  // namespace handbok
