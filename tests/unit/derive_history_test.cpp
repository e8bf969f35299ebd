#include <algorithm>

#include <catch2/catch.hpp>

#include "derive/action_state.hpp"
#include "derive/due_days.hpp"
#include "derive/missing_history.hpp"
#include "derive/period_figures.hpp"
#include "derive/risk_value.hpp"
#include "derive/self_check_days.hpp"
#include "derive/standing.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

using test::day;

const Date today = *Date::parse("2026-11-21");

bool knows(const Handbook& handbook, const std::string& on, std::string_view of = {}) {
  return is_known(DayView(handbook, today), day(on), of);
}

TEST_CASE("what is not here is known not to have been from the day that is said",
          "[derive][history]") {
  auto handbook = test::sample_handbook();
  handbook.settings.history_from = day("2026-01-01");
  handbook.settings.histories = {{"risks", day("2026-06-01")}};
  CHECK_FALSE(knows(handbook, "2025-12-31"));
  CHECK(knows(handbook, "2026-01-01"));
  CHECK_FALSE(knows(handbook, "2026-05-31", "risks"));
  CHECK(knows(handbook, "2026-06-01", "risks"));
  CHECK(knows(handbook, "2026-01-01", "actions"));
}

TEST_CASE("where nothing is said nothing is known before the first text", "[derive][history]") {
  const auto handbook = test::sample_handbook();
  const auto first = *DayView(handbook, today).first_held();
  CHECK(is_known(DayView(handbook, first), first));
  CHECK_FALSE(is_known(DayView(handbook, first.plus_days(-1)), first));
  CHECK(is_known(DayView(handbook, first), first.plus_days(-100), "self_checks"));
  CHECK(is_known(DayView(Handbook(), today), today));
}

SelfCheck quarterly() {
  SelfCheck check;
  check.id = "EGK-1";
  check.what = "Handhygien";
  check.first_on = day("2026-03-31");
  check.every_months = 3;
  return check;
}

std::string cells_of(const Handbook& handbook, ThingKind kind, Date on = today) {
  const DayView view(handbook, on);
  std::string words;
  for (const auto& cell : Standings(view, {}).of(*handbook.find_unit("enhet"))) {
    if (cell.kind != kind) continue;
    words += words.empty() ? "" : " ";
    words += cell.standing == Standing::missing   ? "missing"
             : cell.standing == Standing::unknown ? "unknown"
                                                  : "shown";
  }
  return words;
}

TEST_CASE("a planned day before the register begins is never asked for", "[derive][history]") {
  auto handbook = test::sample_handbook();
  handbook.self_checks = {quarterly()};
  handbook.settings.histories = {{"self_checks", day("2026-09-01")}};
  CHECK(cells_of(handbook, ThingKind::self_check) == "unknown unknown missing");
  const DayView view(handbook, today);
  const auto next = next_planned_days(view.units(), handbook.self_checks.front());
  REQUIRE(next.size() == 1);
  CHECK(next.front().on == day("2026-09-30"));
  const ReportPeriod year{day("2026-01-01"), day("2027-01-01"), today};
  const auto figures = self_checks_in_period(handbook, year, {});
  REQUIRE(figures.size() == 1);
  CHECK(figures.front().planned == 3);
  CHECK(figures.front().unknown == 2);
  CHECK(figures.front().missing() == 1);
}

TEST_CASE("on a day before its history a check is next made on a day to come",
          "[derive][history]") {
  auto handbook = test::sample_handbook();
  handbook.self_checks = {quarterly()};
  handbook.settings.history_from = today;
  const auto& check = handbook.self_checks.front();
  CHECK(next_planned_day(handbook, check, day("2026-05-01")) == day("2026-06-30"));
  CHECK(next_planned_day(handbook, check, today) == day("2026-12-31"));
}

Handbook with_rollout() {
  auto handbook = test::sample_handbook();
  Rollout rollout;
  rollout.id = "INF-1";
  rollout.document = "RUT-001";
  rollout.unit = "enhet";
  rollout.due_on = day("2026-11-10");
  handbook.rollouts = {rollout};
  return handbook;
}

bool is_late(const Handbook& handbook, DueKind kind) {
  const auto days = due_days(DayView(handbook, today), today, nullptr);
  return std::ranges::any_of(days, [&](const DueDay& due) { return due.kind == kind; });
}

TEST_CASE("late is only what is known to be undone", "[derive][history]") {
  auto handbook = with_rollout();
  CHECK(is_late(handbook, DueKind::rollout));
  CHECK(cells_of(handbook, ThingKind::rollout) == "missing");
  handbook.settings.histories = {{"rollouts", day("2026-11-11")}};
  CHECK_FALSE(is_late(handbook, DueKind::rollout));
  CHECK(cells_of(handbook, ThingKind::rollout) == "unknown");
  handbook.settings.histories.clear();
  handbook.settings.history_from = day("2026-11-22");
  CHECK_FALSE(is_late(handbook, DueKind::rollout));
}

TEST_CASE("a row of requirements is not known where its register or the handbook is not",
          "[derive][history]") {
  auto handbook = test::sample_handbook();
  Requirement requirement;
  requirement.id = "KRAV-1";
  handbook.requirements = {requirement};
  const auto status = [&] {
    return requirement_on(DayView(handbook, today), handbook.requirements.front()).status;
  };
  CHECK(status() == RequirementStatus::gap);
  handbook.settings.histories = {{"requirements", day("2026-11-22")}};
  CHECK(status() == RequirementStatus::not_known);
  CHECK(cells_of(handbook, ThingKind::requirement) == "unknown");
  handbook.settings.histories.front().from = day("2026-01-01");
  handbook.settings.history_from = day("2026-11-22");
  CHECK(status() == RequirementStatus::not_known);
}

TEST_CASE("a roll-out is not known before the text that it makes known", "[derive][history]") {
  auto handbook = with_rollout();
  auto& document = *std::ranges::find(handbook.documents, "RUT-001", &Document::id);
  document.revisions = {test::adopted_revision("RUT-001", 1, "2026-01-01"),
                        test::adopted_revision("RUT-001", 2, "2026-11-01")};
  const auto approved = day("2026-10-20");
  document.revisions.back().approval->signatures.front().on = approved;
  const auto& rollout = handbook.rollouts.front();
  CHECK(is_known_on(DayView(handbook, approved), rollout));
  CHECK_FALSE(is_known_on(DayView(handbook, approved.plus_days(-1)), rollout));
  handbook.rollouts.front().due_on = approved.plus_days(-1);  // of the text before
  CHECK(is_known_on(DayView(handbook, approved.plus_days(-1)), rollout));
}

TEST_CASE("an action is alive until the day on which it was cancelled", "[derive][history]") {
  Action action;
  action.status = ActionStatus::cancelled;
  CHECK_FALSE(is_alive_on(action, today));
  action.done_on = today;
  CHECK_FALSE(is_alive_on(action, today));
  CHECK(is_alive_on(action, today.plus_days(-1)));
  action.decided_on = today;
  CHECK_FALSE(is_alive_on(action, today.plus_days(-1)));
}

TEST_CASE("what was decided later does not count", "[derive][history]") {
  auto handbook = test::sample_handbook();
  Requirement requirement;
  requirement.not_applicable.emplace().decided_on = today;
  const auto is_demanded = [&](Date on) {
    return inapplicability_on(DayView(handbook, on), requirement) == nullptr;
  };
  CHECK_FALSE(is_demanded(today));
  CHECK(is_demanded(today.plus_days(-1)));
  requirement.not_applicable->decided_on.reset();  // taken at its word, as far back as is known
  CHECK_FALSE(is_demanded(today.plus_days(-1)));
  handbook.settings.history_from = today;
  CHECK(is_demanded(today.plus_days(-1)));
  handbook.settings.history_from.reset();

  ControlItem item;
  item.id = "KM-1";
  item.plan = "RUT-001";
  item.risk = "RSK-1";
  handbook.control_items = {item};
  Risk risk;
  risk.id = "RSK-1";
  const auto& text = handbook.find_document("RUT-001")->revisions.front();
  const auto begins = *text.approval->valid_from;
  const auto handlers_on = [&](Date on) { return working_handlers(DayView(handbook, on), risk); };
  CHECK(handlers_on(begins).size() == 1);
  CHECK(handlers_on(begins.plus_days(-1)).empty());

  Action action;
  action.id = "ATG-1";
  action.decided_on = today;
  handbook.actions = {action};
  Finding finding;
  finding.decision = "ATG-1";
  CHECK(is_decided(DayView(handbook, today), finding));
  CHECK_FALSE(is_decided(DayView(handbook, today.plus_days(-1)), finding));
}

}  // namespace
}  // namespace handbok
