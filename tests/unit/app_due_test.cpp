#include <catch2/catch.hpp>

#include "app/read_handbook.hpp"
#include "base/strings.hpp"
#include "questions/due.hpp"
#include "support/life_handbook.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

/// "2026-12-01 action ATG-01" for each row.
std::vector<std::string> due_on(const Handbook& handbook, const char* day, int days) {
  std::vector<std::string> lines;
  const DayView view(handbook, test::day(day));
  for (const auto& row : due_rows(view, {days, {}, nullptr, Language::english}))
    lines.push_back(row.on.to_string() + " " + std::string(name_of(row.kind)) + " " + row.id);
  return lines;
}

using Lines = std::vector<std::string>;

Action done_action() {
  Action action;
  action.id = "ATG-01";
  action.decided_on = test::day("2026-10-01");
  action.due_on = test::day("2026-11-30");
  action.status = ActionStatus::done;
  action.done_on = test::day("2026-11-25");
  action.effect_check_on = test::day("2027-01-15");
  return action;
}

TEST_CASE("an action is due until it is done, then its effect is", "[due]") {
  Handbook handbook;
  handbook.actions = {done_action()};
  CHECK(due_on(handbook, "2026-09-30", 100).empty());
  CHECK(due_on(handbook, "2026-11-24", 100) == Lines{"2026-11-30 action ATG-01"});
  CHECK(due_on(handbook, "2026-11-24", 5).empty());
  CHECK(due_on(handbook, "2026-11-24", 6).size() == 1);
  CHECK(due_on(handbook, "2026-11-25", 100) == Lines{"2027-01-15 effect_check ATG-01"});
  handbook.actions[0].effect = ActionEffect::effective;
  CHECK(due_on(handbook, "2026-11-25", 100).empty());
  handbook.actions[0].status = ActionStatus::cancelled;  // on the day that it was done before
  CHECK(due_on(handbook, "2026-11-24", 100).size() == 1);
  CHECK(due_on(handbook, "2026-11-25", 100).empty());
  handbook.actions[0].done_on.reset();
  CHECK(due_on(handbook, "2026-11-24", 100).empty());
}

/// "2026-12-02 consultation INS-003 MAS" for each row about a text under review.
Lines waiting_on(const char* day) {
  const auto handbook = read_for_question(test::life_handbook());
  const DayView view(handbook, test::day(day));
  Lines lines;
  for (const auto& row : due_rows(view, {60, {}, nullptr, Language::english})) {
    if (!is_waiting(row.kind)) continue;
    lines.push_back(row.on.to_string() + " " + std::string(name_of(row.kind)) + " " + row.id + " " +
                    join(row.owners, ","));
  }
  return lines;
}

TEST_CASE("a text under review waits for those consulted, the reviewer, then the approver",
          "[due]") {
  CHECK(waiting_on("2026-11-21") ==
        Lines{"2026-12-02 consultation INS-003 MAS", "2026-12-02 scrutiny INS-003 KCH,MAS",
              "2026-12-02 approval INS-004 DIR", "2026-12-02 approval POL-001 NAM"});
  CHECK(waiting_on("2026-11-04") ==
        Lines{"2025-12-31 approval INS-005 DIR", "2026-12-02 consultation INS-003 MAS",
              "2026-12-02 scrutiny INS-003 KCH,MAS", "2026-12-02 scrutiny INS-004 KCH,MAS",
              "2026-12-02 scrutiny POL-001 KCH"});
  CHECK(waiting_on("2026-11-01") == Lines{"2025-12-31 approval INS-005 DIR"});
}

TEST_CASE("an end of validity is told while nobody has decided what follows", "[due]") {
  Handbook handbook;
  Document document;
  document.id = "AVT-001";
  document.revisions = {test::adopted_revision("AVT-001", 1, "2026-01-01")};
  document.revisions[0].approval->valid_to = test::day("2027-01-01");
  document.revisions[0].approval->next_review = std::nullopt;
  handbook.documents = {document};
  CHECK(due_on(handbook, "2026-12-01", 31) == Lines{"2027-01-01 validity AVT-001"});
  CHECK(due_on(handbook, "2026-12-01", 30).empty());
  CHECK(due_on(handbook, "2027-06-01", 0) == Lines{"2027-01-01 validity AVT-001"});
  auto next = test::adopted_revision("AVT-001", 2, "2027-01-01");
  next.approval->next_review = std::nullopt;
  handbook.documents[0].revisions.push_back(next);
  CHECK(due_on(handbook, "2026-12-01", 31).empty());
}

TEST_CASE("a calendar has every planned day of a self-check and nothing late", "[due]") {
  Handbook handbook;
  SelfCheck check;
  check.id = "EGK-01";
  check.every_months = 1;
  check.first_on = test::day("2026-10-31");
  handbook.self_checks = {check};
  CHECK(due_on(handbook, "2026-11-21", 60) == Lines{"2026-10-31 self_check EGK-01"});
  const DayView view(handbook, test::day("2026-11-21"));
  const auto rows = planned_rows(view, {60, {}, nullptr, Language::english});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].on == test::day("2026-11-30"));
  CHECK(rows[1].days_left == 40);
}

}  // namespace
}  // namespace handbok
