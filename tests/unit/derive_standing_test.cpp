#include <algorithm>

#include <catch2/catch.hpp>

#include "derive/missing_history.hpp"
#include "derive/standing.hpp"
#include "support/code.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

// Made by hand: Catch2 judges nothing before a test begins.
const Date today = *Date::parse("2026-11-21");

Handbook with_requirement() {
  auto handbook = test::sample_handbook();
  LegalSource source;
  source.id = "sosfs-2011-9";
  source.number = "SOSFS 2011:9";
  handbook.sources = {source};
  Requirement requirement;
  requirement.id = "KRAV-1";
  requirement.source = source.id;
  requirement.clause = "4:4 st1";
  requirement.evidence = {"RUT-001"};
  handbook.requirements = {requirement};
  return handbook;
}

Diagnostic finding(Code code, const std::string& document) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.subject = document;
  diagnostic.about.document = document;
  return diagnostic;
}

Standing standing_of_row(const Handbook& handbook, const std::vector<const Diagnostic*>& findings,
                         Date day = today) {
  const DayView view(handbook, day);
  const auto cells = Standings(view, findings).of(handbook.requirements.front());
  const auto here = std::ranges::find(cells, handbook.find_unit("enhet"), &StandingCell::unit);
  REQUIRE(here != cells.end());
  return here->standing;
}

/// The same with the unit "annan" beside it.
Handbook with_another_unit() {
  auto handbook = with_requirement();
  auto other = handbook.units.front();
  other.id = "annan";
  handbook.units.insert(handbook.units.begin(), other);
  return handbook;
}

TEST_CASE("a finding that serves the clause makes it faulty, never worse", "[derive][standing]") {
  auto handbook = with_requirement();
  CHECK(standing_of_row(handbook, {}) == Standing::shown);
  const auto served = finding("activity.no-routine"_code, "PRO-001");
  CHECK(standing_of_row(handbook, {&served}) == Standing::faulty);
  const auto other = finding("risk.incomplete"_code, "");  // serves 5:1
  CHECK(standing_of_row(handbook, {&other}) == Standing::shown);
  handbook.requirements.front().clause = "4:5";
  const auto both = finding("process.collaboration-unassessed"_code, "PRO-001");  // 4:5–4:6
  CHECK(standing_of_row(handbook, {&both}) == Standing::faulty);
  handbook.requirements.front().evidence.clear();
  CHECK(standing_of_row(handbook, {&both}) == Standing::missing);
}

TEST_CASE("a finding about a text counts where the text applies", "[derive][standing]") {
  auto handbook = with_another_unit();
  for (auto& document : handbook.documents) {
    if (document.id == "PRO-001") document.revisions.front().applies_to = {"annan"};
  }
  const auto elsewhere = finding("activity.no-routine"_code, "PRO-001");
  CHECK(standing_of_row(handbook, {&elsewhere}) == Standing::shown);
}

TEST_CASE("a finding about a row counts in the row's units and below them", "[derive][standing]") {
  auto handbook = with_another_unit();
  handbook.requirements.front().clause = "5:7";
  auto late = finding("action.overdue"_code, "");
  CHECK(standing_of_row(handbook, {&late}) == Standing::faulty);
  late.units = {"annan"};
  CHECK(standing_of_row(handbook, {&late}) == Standing::shown);
  late.units = {"annan", "namnd"};
  CHECK(standing_of_row(handbook, {&late}) == Standing::faulty);
}

TEST_CASE("a requirement concerns the regimes of its source", "[derive][standing]") {
  auto handbook = with_requirement();
  handbook.sources.front().regimes = {"XXX"};
  const DayView view(handbook, today);
  CHECK(Standings(view, {}).of(handbook.requirements.front()).empty());
  handbook.requirements.front().regimes = handbook.find_unit("enhet")->regimes;
  if (!handbook.requirements.front().regimes.empty())
    CHECK(Standings(view, {}).of(handbook.requirements.front()).size() == 1);
}

/// The sample, whose RUT-003 begins with revision 3 on 2026-01-01.
Handbook with_missing() {
  auto handbook = with_requirement();
  for (auto& document : handbook.documents) {
    if (document.id != "RUT-003") continue;
    document.revisions = {test::adopted_revision("RUT-003", 3, "2026-01-01")};
  }
  handbook.requirements.front().evidence = {"RUT-003"};
  return handbook;
}

std::string missing_numbers(const Handbook& handbook, const std::string& day) {
  const auto missing = missing_on(handbook, *handbook.find_document("RUT-003"), test::day(day));
  return missing ? missing->numbers() : "none";
}

TEST_CASE("before the first text that is here it is not known what applied", "[derive][standing]") {
  auto handbook = with_missing();
  CHECK(missing_numbers(handbook, "2025-12-31") == "1–2");
  CHECK(missing_numbers(handbook, "2026-01-01") == "none");
  CHECK(standing_of_row(handbook, {}, test::day("2025-12-31")) == Standing::unknown);
  CHECK(standing_of_row(handbook, {}) == Standing::shown);
  handbook.settings.history_from = test::day("2025-07-01");
  CHECK(missing_numbers(handbook, "2025-07-01") == "none");
  CHECK(missing_numbers(handbook, "2025-06-30") == "1–2");
}

TEST_CASE("dates of earlier revisions say which of them applied", "[derive][standing]") {
  auto handbook = with_missing();
  for (auto& document : handbook.documents) {
    if (document.id != "RUT-003") continue;
    EarlierRevision first{.number = 1, .valid_from = test::day("2020-01-01")};
    EarlierRevision second{
        .number = 2, .valid_from = test::day("2022-01-01"), .valid_to = test::day("2025-01-01")};
    document.earlier = {first, second};
  }
  CHECK(missing_numbers(handbook, "2019-12-31") == "none");
  CHECK(missing_numbers(handbook, "2020-01-01") == "1");
  CHECK(missing_numbers(handbook, "2022-01-01") == "2");
  CHECK(missing_numbers(handbook, "2025-01-01") == "none");
  handbook.settings.history_from = test::day("2019-01-01");
  CHECK(missing_numbers(handbook, "2022-01-01") == "2");  // told, so not believed to be here
}

TEST_CASE("of a text that is not yet adopted here it is known what is told of earlier ones",
          "[derive][standing]") {
  auto handbook = with_missing();
  auto& document = *std::ranges::find(handbook.documents, "RUT-003", &Document::id);
  document.revisions.front().approval.reset();
  CHECK(missing_numbers(handbook, "2026-11-21") == "none");
  CHECK(standing_of_row(handbook, {}) == Standing::missing);
  document.earlier = {{.number = 2, .valid_from = test::day("2022-01-01")}};
  CHECK(missing_numbers(handbook, "2021-12-31") == "1");
  CHECK(missing_numbers(handbook, "2026-11-21") == "2");
  CHECK(standing_of_row(handbook, {}) == Standing::unknown);
  document.earlier.front().valid_to = today;
  CHECK(missing_numbers(handbook, "2026-11-21") == "none");
  CHECK(standing_of_row(handbook, {}) == Standing::missing);
}

Standing standing_of_thing(const Handbook& handbook, ThingKind kind, Date day = today) {
  const DayView view(handbook, day);
  for (const auto& cell : Standings(view, {}).of(*handbook.find_unit("enhet"))) {
    if (cell.kind == kind) return cell.standing;
  }
  FAIL("no cell");
  return Standing::missing;
}

bool has_cell(const Handbook& handbook, ThingKind kind, Date day = today) {
  const DayView view(handbook, day);
  return std::ranges::any_of(Standings(view, {}).of(*handbook.find_unit("enhet")),
                             [&](const StandingCell& cell) { return cell.kind == kind; });
}

TEST_CASE("what is to be done once is missing after its day until it is done",
          "[derive][standing]") {
  auto handbook = with_requirement();
  Rollout rollout;
  rollout.id = "INF-1";
  rollout.document = "RUT-001";
  rollout.unit = "enhet";
  rollout.due_on = test::day("2026-11-20");
  handbook.rollouts = {rollout};
  CHECK(standing_of_thing(handbook, ThingKind::rollout) == Standing::missing);
  CHECK_FALSE(has_cell(handbook, ThingKind::rollout, test::day("2026-11-20")));  // until midnight
  handbook.rollouts.front().done_on = test::day("2026-11-21");
  CHECK(standing_of_thing(handbook, ThingKind::rollout) == Standing::shown);
  CHECK_FALSE(has_cell(handbook, ThingKind::rollout, test::day("2027-11-20")));  // long ago
}

Handbook with_risk() {
  auto handbook = with_requirement();
  RiskScale scale;
  scale.probability = {"a", "b", "c", "d"};
  scale.consequence = scale.probability;
  scale.threshold = 8;
  handbook.settings.risk_scales = {scale};
  Risk risk;
  risk.id = "RSK-1";
  risk.unit = "enhet";
  risk.assessments = {{test::day("2026-01-01"), 2, 4, "KSA"}};
  handbook.risks = {risk};
  return handbook;
}

TEST_CASE("a risk is treated from either end, and with faults if the ends disagree",
          "[derive][standing]") {
  auto handbook = with_risk();
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::missing);
  Action action;
  action.id = "ATG-1";
  action.origin = ActionOrigin::risk;
  action.origin_id = "RSK-1";
  handbook.actions = {action};
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::shown);
  handbook.actions.front().origin_id = "RSK-2";
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::missing);
  handbook.risks.front().handled_by = {"ATG-1"};
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::faulty);
  handbook.actions.front().origin = ActionOrigin::direct;
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::shown);
  handbook.risks.front().assessments.front().probability = 1;
  CHECK_FALSE(has_cell(handbook, ThingKind::risk));
}

TEST_CASE("a risk is accepted from the day on which it was", "[derive][standing]") {
  auto handbook = with_risk();
  auto& risk = handbook.risks.front();
  risk.treatment = RiskTreatment::accept;
  risk.accepted_by = "DIR";
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::shown);
  risk.accepted_on = today.plus_days(1);
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::missing);
  risk.accepted_on = today;
  handbook.settings.history_from = today.plus_days(1);
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::shown);
  risk.accepted_on.reset();
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::unknown);
}

TEST_CASE("what was decided without a day says nothing of days before the history",
          "[derive][standing]") {
  auto handbook = with_risk();
  Action action;
  action.id = "ATG-1";
  action.origin = ActionOrigin::risk;
  action.origin_id = "RSK-1";
  handbook.actions = {action};
  handbook.requirements.front().evidence.clear();
  Waiver waiver;
  waiver.id = "U-1";
  waiver.source = "sosfs-2011-9";
  waiver.clause = "4:4";
  handbook.waivers = {waiver};
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::shown);
  CHECK(standing_of_row(handbook, {}) == Standing::shown);
  handbook.settings.history_from = today.plus_days(1);
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::unknown);
  CHECK(standing_of_row(handbook, {}) == Standing::unknown);
  handbook.actions.front().decided_on = today;
  handbook.waivers.front().decided_on = today;
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::shown);
  CHECK(standing_of_row(handbook, {}) == Standing::shown);
}

TEST_CASE("before the handbook's history nothing is missing, it is not known",
          "[derive][standing]") {
  auto handbook = with_risk();
  handbook.settings.history_from = test::day("2026-11-22");
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::unknown);
  handbook.requirements.front().evidence.clear();
  CHECK(standing_of_row(handbook, {}) == Standing::unknown);
  handbook.settings.history_from = today;
  CHECK(standing_of_row(handbook, {}) == Standing::missing);
}

TEST_CASE("a register that was begun another day has a history of its own", "[derive][standing]") {
  auto handbook = with_risk();
  handbook.requirements.front().evidence.clear();
  handbook.settings.histories = {{"risks", test::day("2026-11-22")}};
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::unknown);
  CHECK(standing_of_row(handbook, {}) == Standing::missing);
  handbook.settings.histories.clear();
  for (const auto* const name : {"risks", "actions", "self_checks", "control_items"})
    handbook.settings.histories.push_back({name, today});
  handbook.settings.history_from = test::day("2026-11-22");
  CHECK(standing_of_thing(handbook, ThingKind::risk) == Standing::missing);
  CHECK(standing_of_row(handbook, {}) == Standing::unknown);
}

TEST_CASE("a note shows nothing before the handbook's history, unless its row says since when",
          "[derive][standing]") {
  auto handbook = with_requirement();
  auto& requirement = handbook.requirements.front();
  requirement.evidence.clear();
  requirement.evidence_note = "Tavlan i korridoren";
  handbook.settings.history_from = today;
  CHECK(standing_of_row(handbook, {}) == Standing::shown);
  handbook.settings.history_from = test::day("2026-11-22");
  CHECK(standing_of_row(handbook, {}) == Standing::unknown);
  requirement.valid_from = today;
  CHECK(standing_of_row(handbook, {}) == Standing::shown);
}

TEST_CASE("a contractor has what is demanded of it, and no law", "[derive][standing]") {
  auto handbook = with_requirement();
  OrgUnit contractor;
  contractor.id = "entr";
  contractor.parent = "namnd";
  contractor.kind = UnitKind::contractor;
  handbook.units.insert(std::ranges::lower_bound(handbook.units, contractor.id, {}, &OrgUnit::id),
                        contractor);
  ContractReport report;
  report.id = "EB-1";
  report.unit = "entr";
  report.due_on = test::day("2026-03-01");
  handbook.contract_reports = {report};
  const DayView view(handbook, today);
  const auto cells = Standings(view, {}).of(*handbook.find_unit("entr"));
  REQUIRE(cells.size() == 1);
  CHECK(cells.front().standing == Standing::missing);
  CHECK(Standings(view, {}).of(handbook.requirements.front()).size() == 1);
}

}  // namespace
}  // namespace handbok
