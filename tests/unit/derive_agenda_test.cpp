#include <catch2/catch.hpp>

#include "derive/agenda_rows.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

using test::day;
using Lines = std::vector<std::string>;

/// A forum that meets on the second Tuesday of every month.
Forum monthly_forum() {
  Forum forum;
  forum.id = "FOR-01";
  forum.name = "Kvalitetsrådet";
  forum.first_on = day("2026-01-13");
  forum.roles = {"KSA"};
  return forum;
}

/// "2026-12-01 ATG-01" for each row of a point with that one subject, asked on 2026-11-21 for the
/// meeting of 2026-12-08; "– ATG-01" without a day.
Lines lines_of(const Handbook& handbook, AgendaSubject subject, bool only_own = false,
               const char* known_on = "2026-11-21") {
  const auto forum = monthly_forum();
  const DayView view(handbook, day(known_on));
  Lines lines;
  for (const auto& row : agenda_rows(view, forum, {"Punkt", {subject}, only_own},
                                     span_of(forum, day("2026-12-08")))) {
    lines.push_back((row.on ? row.on->to_string() : std::string("–")).append(" ").append(row.id));
  }
  return lines;
}

Action action(const std::string& id, const char* due_on) {
  Action result;
  result.id = id;
  result.title = "Åtgärd " + id;
  result.responsible = "KSA";
  result.due_on = day(due_on);
  return result;
}

TEST_CASE("an agenda looks from the meeting before to the meeting after", "[derive][agenda]") {
  const auto span = span_of(monthly_forum(), day("2026-12-08"));
  CHECK(span.since == day("2026-11-10"));
  CHECK(span.next == day("2027-01-12"));
  auto unscheduled = monthly_forum();
  unscheduled.first_on.reset();
  unscheduled.every_months = 3;
  const auto guessed = span_of(unscheduled, day("2026-12-08"));
  CHECK(guessed.since == day("2026-09-08"));
  CHECK(guessed.next == day("2027-03-08"));
}

TEST_CASE("what falls due before a meeting is late only when its day has passed",
          "[derive][agenda]") {
  const auto state = [](const char* last_day, const char* known_on) {
    return state_of_deadline(day(last_day), day(known_on), day("2026-12-08"));
  };
  CHECK(state("2026-11-20", "2026-11-21") == AgendaState::late);
  CHECK(state("2026-11-21", "2026-11-21") == AgendaState::before_meeting);
  CHECK(state("2026-12-07", "2026-11-21") == AgendaState::before_meeting);
  CHECK(state("2026-12-08", "2026-11-21") == AgendaState::open);
  CHECK(state("2026-12-07", "2026-12-08") == AgendaState::late);
}

TEST_CASE("a standing point lists the actions that it asks for", "[derive][agenda]") {
  auto handbook = test::sample_handbook();
  auto late = action("ATG-01", "2026-11-20");
  auto soon = action("ATG-02", "2026-12-07");
  auto in_time = action("ATG-03", "2026-12-08");
  in_time.escalated_to = "FOR-01";
  in_time.responsible = "DIR";
  auto cancelled = action("ATG-04", "2026-11-01");
  cancelled.status = ActionStatus::cancelled;
  auto unjudged = action("ATG-05", "2026-11-01");
  unjudged.status = ActionStatus::done;
  unjudged.effect_check_on = day("2027-01-11");
  auto not_yet = unjudged;
  not_yet.id = "ATG-06";
  not_yet.effect_check_on = day("2027-01-12");  // the day of the next meeting
  auto unknown = action("ATG-07", "2026-11-01");
  unknown.decided_on = day("2026-11-22");
  handbook.actions = {late, soon, in_time, cancelled, unjudged, not_yet, unknown};
  CHECK(lines_of(handbook, AgendaSubject::late_actions) ==
        Lines{"2026-11-20 ATG-01", "2026-12-07 ATG-02"});
  CHECK(lines_of(handbook, AgendaSubject::raised_actions) == Lines{"2026-12-08 ATG-03"});
  CHECK(lines_of(handbook, AgendaSubject::effect_checks) == Lines{"2027-01-11 ATG-05"});
  CHECK(lines_of(handbook, AgendaSubject::open_actions).size() == 5);
  CHECK(lines_of(handbook, AgendaSubject::open_actions, true).size() == 4);
}

TEST_CASE("results and findings are those since the last meeting, or open", "[derive][agenda]") {
  auto handbook = test::sample_handbook();
  SelfCheck check;
  check.id = "EGK-01";
  check.what = "Pröva larmet";
  check.performed_by = {"DIR"};
  for (const char* done_on : {"2026-11-10", "2026-11-11", "2026-11-22"}) {
    CheckOccurrence occurrence;
    occurrence.done_on = day(done_on);
    occurrence.outcome = CheckOutcome::partly;
    occurrence.value = "95 %";
    check.occurrences.push_back(occurrence);
  }
  handbook.self_checks = {check};
  CHECK(lines_of(handbook, AgendaSubject::self_check_results) == Lines{"2026-11-11 EGK-01"});
  CHECK(lines_of(handbook, AgendaSubject::self_check_results, true).empty());
  Finding finding;
  finding.id = "IAK-01";
  finding.found_on = day("2026-01-01");
  auto decided = finding;
  decided.id = "IAK-02";
  decided.decision = "ATG-01";
  auto good = finding;
  good.id = "IAK-03";
  good.kind = FindingKind::good_practice;
  handbook.findings = {finding, decided, good};
  CHECK(lines_of(handbook, AgendaSubject::undecided_findings) == Lines{"2026-01-01 IAK-01"});
  auto answer = action("ATG-01", "2026-12-31");
  answer.origin = ActionOrigin::finding;
  answer.origin_id = "IAK-01";
  handbook.actions = {answer};
  CHECK(lines_of(handbook, AgendaSubject::undecided_findings).empty());
}

TEST_CASE("changes of law and analyses that nobody was told of are listed", "[derive][agenda]") {
  auto handbook = test::sample_handbook();
  LegalSource source;
  source.id = "sfs-2017-30";
  source.number = "SFS 2017:30";
  source.in_force_from = day("2017-04-01");
  source.versions = {{day("2026-11-10"), "SFS 2026:1"}, {day("2027-01-01"), "SFS 2026:2"}};
  source.repealed_on = day("2027-01-12");  // the day of the next meeting: for its own agenda
  handbook.sources = {source};
  CHECK(lines_of(handbook, AgendaSubject::law_changes) == Lines{"2027-01-01 SFS 2017:30"});
  Compilation told;
  told.id = "SAM-2026-T1";
  told.analysed_on = day("2026-06-01");
  told.feedback = {{{"FOR-01"}, day("2026-06-10")}};
  auto untold = told;
  untold.id = "SAM-2026-T2";
  untold.feedback = {{{"FOR-02"}, day("2026-06-10")}, {{"FOR-01"}, day("2026-11-22")}};
  auto old = untold;
  old.id = "SAM-2025-T2";
  old.analysed_on = day("2025-12-08");
  handbook.compilations = {old, told, untold};
  CHECK(lines_of(handbook, AgendaSubject::untold_compilations) == Lines{"2026-06-01 SAM-2026-T2"});
  CHECK(lines_of(handbook, AgendaSubject::untold_compilations, false, "2026-11-22").empty());
}

TEST_CASE("a text under review is listed only where it is asked for", "[derive][agenda]") {
  const auto handbook = test::sample_handbook();
  const auto pending = lines_of(handbook, AgendaSubject::pending_documents);
  REQUIRE(pending.size() == 1);
  CHECK(pending.front().ends_with("RUT-005"));
  for (const auto& line : lines_of(handbook, AgendaSubject::changed_documents)) {
    CHECK_FALSE(line.ends_with("RUT-005"));
    CHECK_FALSE(line.ends_with("RUT-006"));
  }
}

}  // namespace
}  // namespace handbok
