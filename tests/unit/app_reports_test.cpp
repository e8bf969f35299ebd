#include <algorithm>

#include <catch2/catch.hpp>

#include "questions/reports/draft_report.hpp"
#include "support/sample_handbook.hpp"
#include "support/text_parts.hpp"

namespace handbok {
namespace {

using test::day;

ReportDraft draft_of(const Handbook& handbook, const ReportRequest& request,
                     const char* known_on = "2026-11-21") {
  auto result = draft_report(handbook, day(known_on), request);
  const auto* const draft = std::get_if<ReportDraft>(&result);
  REQUIRE(draft != nullptr);
  return *draft;
}

/// What the program knows in the stretch of that name.
std::string stretch(const ReportDraft& draft, const std::string& name) {
  const auto it = std::ranges::find(draft.sections, name, &DraftSection::name);
  REQUIRE(it != draft.sections.end());
  return it->generated;
}

bool lacks(const ReportDraft& draft, const std::string& part) {
  return std::ranges::any_of(draft.missing,
                             [&](const std::string& sentence) { return has(sentence, part); });
}

/// Two units under HSL, one of which closed in the summer of 2025.
Handbook care_handbook() {
  auto handbook = test::sample_handbook();
  handbook.settings.yearly.safety_report_regimes = {"HSL"};
  for (auto& unit : handbook.units) {
    unit.regimes = {"HSL"};
    unit.head = "KSA";
  }
  auto closed = handbook.units[0];
  closed.id = "avslutad";
  closed.name = "Avslutad enhet";
  closed.head = "DIR";
  closed.valid_to = day("2025-07-01");
  handbook.units.insert(handbook.units.begin(), closed);
  DecisionAuthority before;
  before.id = "BR-01";
  before.title = "Anmäla enligt lex Maria";
  before.decider = "DIR";
  before.valid_to = day("2025-01-01");
  auto then = before;
  then.id = "BR-02";
  then.decider = "KSA";
  then.valid_from = day("2025-01-01");
  then.valid_to = day("2026-01-01");
  auto after = then;
  after.id = "BR-03";
  after.title = "Något nytt";
  after.valid_from = day("2026-01-01");
  after.valid_to.reset();
  handbook.decisions = {before, then, after};
  Duty then_led;
  then_led.id = "UPG-01";
  then_led.title = "Planera kontroller";
  then_led.levels = {"unit"};
  then_led.responsible = {{"unit", "KSA", true}};
  then_led.valid_to = day("2026-01-01");
  auto now_led = then_led;
  now_led.id = "UPG-02";
  now_led.responsible = {{"unit", "DIR", true}};
  now_led.valid_from = day("2026-01-01");
  now_led.valid_to.reset();
  handbook.duties = {then_led, now_led};
  handbook.settings.levels = {{"unit", "Enhet"}};
  handbook.settings.compilations.prefix = "SAM";
  handbook.settings.compilations.from = day("2025-01-01");
  handbook.settings.compilations.period_months = 12;
  handbook.settings.compilations.unit = "namnd";
  return handbook;
}

Compilation year_2025(std::vector<MessageCount> counts) {
  Compilation compilation;
  compilation.id = "SAM-2025";
  compilation.unit = "namnd";
  compilation.first_day = day("2025-01-01");
  compilation.until = day("2026-01-01");
  compilation.analysed_on = day("2026-01-20");
  compilation.counts = std::move(counts);
  return compilation;
}

const ReportRequest safety_2025{ReportTopic::safety, 2025, 0, {}};

TEST_CASE("responsibility stands as it did in the year", "[reports]") {
  const auto draft = draft_of(care_handbook(), safety_2025);
  const auto text = stretch(draft, "responsibility");
  CHECK(has(text, "| Anmäla enligt lex Maria | Kvalitetssamordnare (KSA) |"));
  CHECK_FALSE(has(text, "Anmäla enligt lex Maria | Direktör"));
  CHECK_FALSE(has(text, "Något nytt"));
  CHECK(has(text, "| Planera kontroller | Kvalitetssamordnare (KSA) (leder) |"));
  CHECK_FALSE(has(text, "| Planera kontroller | Direktör"));
  CHECK(has(text, "| Avslutad enhet | Direktör (DIR) | Nämnden | upphörde 2025-07-01 |"));
  CHECK(has(stretch(draft, "overview"), "Omfattar 2 enheter: Avslutad enhet, Enheten."));
  CHECK(has(stretch(draft, "units"), "### Avslutad enhet"));
  const auto next = draft_of(care_handbook(), {ReportTopic::safety, 2026, 0, {}});
  CHECK_FALSE(has(stretch(next, "responsibility"), "Avslutad enhet"));
  CHECK(has(stretch(next, "responsibility"), "Något nytt"));
  CHECK(has(stretch(next, "responsibility"), "| Planera kontroller | Direktör (DIR) (leder) |"));
}

TEST_CASE("the two numbers that the law demands tell zero from unknown", "[reports]") {
  auto handbook = care_handbook();
  CHECK(has(stretch(draft_of(handbook, safety_2025), "events"), "| 2025 | okänt | okänt |"));
  CHECK(lacks(draft_of(handbook, safety_2025), "Allvarliga vårdskador för 2025: talet saknas"));
  handbook.compilations = {
      year_2025({{"investigated_event", 3, {}, {}}, {"serious_injury", 0, {}, {}}})};
  const auto counted = draft_of(handbook, safety_2025);
  CHECK(has(stretch(counted, "events"), "| 2025 | 3 | 0 |"));
  CHECK(has(stretch(counted, "events"), "| 2024 | okänt | okänt |"));
  CHECK_FALSE(lacks(counted, "för 2025: talet saknas"));
  YearlyReport report;
  report.id = "RAP-001";
  report.kind = ReportKind::patient_safety;
  report.year = 2025;
  report.investigated_events = 4;
  report.serious_injuries = 0;
  handbook.reports = {report};
  const auto reported = draft_of(handbook, safety_2025);
  CHECK(has(stretch(reported, "events"), "| 2025 | 4 | 0 |"));
  CHECK(lacks(reported, "RAP-001 anger 4, sammanställningarna ger 3"));
}

TEST_CASE("small numbers of a unit are not shown, and zero is", "[reports]") {
  auto handbook = care_handbook();
  handbook.compilations = {year_2025({{"deviation", 40, {}, {}},
                                      {"deviation", 4, "avslutad", {}},
                                      {"deviation", 7, "enhet", {}},
                                      {"complaint", 0, "enhet", {}}})};
  const auto text = stretch(draft_of(handbook, safety_2025), "units");
  CHECK(has(text, "| Avslutad enhet | färre än 5 | okänt |"));
  CHECK(has(text, "| Enheten | 7 | 0 |"));
  // When the units' numbers make up the whole, the one that is left would give the other away.
  handbook.compilations[0].counts[0].number = 11;
  CHECK(has(stretch(draft_of(handbook, safety_2025), "units"), "| Enheten | visas inte | 0 |"));
  const auto of_unit = draft_of(handbook, {ReportTopic::safety, 2025, 0, "avslutad"});
  CHECK(has(stretch(of_unit, "reports"), "färre än 5"));
  CHECK_FALSE(has(stretch(of_unit, "reports"), "| 4 |"));
}

TEST_CASE("what is missing is said", "[reports]") {
  auto handbook = care_handbook();
  Action action;
  action.id = "ATG-01";
  action.title = "Laga";
  action.decided_on = day("2025-02-01");
  action.due_on = day("2025-12-30");
  handbook.actions = {action};
  const auto draft = draft_of(handbook, safety_2025);
  CHECK(lacks(draft, "Sammanställningen SAM-2025 är inte gjord."));
  CHECK(lacks(draft, "ATG-01 Laga: åtgärden skulle varit klar 2025-12-30."));
  CHECK(lacks(draft, "finns inte i registret över berättelser"));
  CHECK(has(stretch(draft, "missing"), "- Sammanställningen SAM-2025"));
  handbook.actions[0].due_on = day("2025-12-31");  // the last day of the year is in time
  CHECK_FALSE(lacks(draft_of(handbook, safety_2025), "ATG-01"));
}

TEST_CASE("the headings of the type come first where the kind has none of them", "[reports]") {
  auto handbook = care_handbook();
  DocumentType type;
  type.id = "RAP";
  type.sections = {"Till läsaren", "Sammanfattning"};
  handbook.types.insert(handbook.types.begin() + 1, type);
  Document document;
  document.id = "RAP-001";
  document.revisions = {test::adopted_revision("RAP-001", 1, "2026-02-01")};
  document.revisions[0].type = "RAP";
  handbook.documents.insert(handbook.documents.begin() + 1, document);
  YearlyReport report;
  report.id = "RAP-001";
  report.year = 2024;
  handbook.reports = {report};
  const auto draft = draft_of(handbook, safety_2025);
  CHECK(draft.sections[0].heading == "## Till läsaren");
  CHECK(draft.sections[1].heading == "## Sammanfattning");
  CHECK(std::ranges::count(draft.sections, "## Sammanfattning", &DraftSection::heading) == 1);
}

TEST_CASE("an English handbook gets an English draft", "[reports]") {
  auto handbook = care_handbook();
  handbook.settings.language = "en";
  const auto draft = draft_of(handbook, safety_2025);
  CHECK(draft.sections[0].heading == "## Summary");
  CHECK(has(stretch(draft, "events"), "unknown"));
}

TEST_CASE("a year or period that has not begun has no draft", "[reports]") {
  const auto handbook = care_handbook();
  const auto problem_of = [&](const ReportRequest& request, const char* known_on) {
    const auto result = draft_report(handbook, day(known_on), request);
    const auto* const problem = std::get_if<ReportProblem>(&result);
    return problem == nullptr ? std::optional<ReportProblem>() : *problem;
  };
  CHECK(problem_of(safety_2025, "2024-12-31") == ReportProblem::not_begun);
  CHECK_FALSE(problem_of(safety_2025, "2025-01-01").has_value());
  CHECK(problem_of({ReportTopic::safety, 2025, 0, "borta"}, "2026-01-01") ==
        ReportProblem::no_such_unit);
  CHECK(problem_of({ReportTopic::tertial, 2025, 2, {}}, "2026-11-21") ==
        ReportProblem::no_such_period);  // the handbook compiles once a year
  // The plan of a year is drafted in the year before it.
  CHECK(problem_of({ReportTopic::control, 2027, 0, {}}, "2025-12-31") == ReportProblem::not_begun);
  auto without_care = handbook;
  without_care.settings.yearly.safety_report_regimes.clear();
  const auto result = draft_report(without_care, day("2026-11-21"), safety_2025);
  REQUIRE(std::holds_alternative<ReportProblem>(result));
  CHECK(std::get<ReportProblem>(result) == ReportProblem::no_care);
  CHECK_FALSE(problem_of({ReportTopic::control, 2027, 0, {}}, "2026-01-01").has_value());
}

/// One risk of value 9, at its threshold.
Handbook risky_handbook() {
  auto handbook = care_handbook();
  RiskScale scale;
  scale.probability = {"1", "2", "3", "4"};
  scale.consequence = {"1", "2", "3", "4"};
  scale.threshold = 9;
  handbook.settings.risk_scales = {scale};
  Risk risk;
  risk.id = "RSK-01";
  risk.event = "Det brinner";
  risk.handled_in = GoverningProcess::internal_control;
  risk.assessments = {{day("2026-09-01"), 3, 3, {}}};
  handbook.risks = {risk};
  handbook.plans = {{"PLA-026", PlanKind::internal_control, 2026, "namnd", {}},
                    {"PLA-027", PlanKind::internal_control, 2027, "namnd", {}}};
  ControlItem item;
  item.id = "KM-01";
  item.plan = "PLA-026";
  item.risk = "RSK-01";
  item.method = "Prova larmet";
  item.carry_over = true;
  handbook.control_items = {item};
  return handbook;
}

TEST_CASE("high risks outside the internal control plan are listed", "[reports]") {
  auto handbook = risky_handbook();
  const ReportRequest control_2027{ReportTopic::control, 2027, 0, {}};
  const auto carried = draft_of(handbook, control_2027);
  CHECK(has(stretch(carried, "controls"), "KM-01 Prova larmet"));
  CHECK(has(stretch(carried, "controls"), "kvarstår från 2026"));
  CHECK(has(stretch(carried, "uncontrolled"), "Alla risker vid eller över gränsen"));
  handbook.control_items[0].carry_over = false;
  const auto draft = draft_of(handbook, control_2027);
  CHECK(has(stretch(draft, "uncontrolled"), "| RSK-01 Det brinner | 9 |"));
  CHECK(lacks(draft, "RSK-01 Det brinner: värdet är 9"));
  handbook.control_items[0].plan = "PLA-027";
  const auto planned = draft_of(handbook, control_2027);
  CHECK(has(stretch(planned, "uncontrolled"), "Alla risker vid eller över gränsen"));
  CHECK_FALSE(lacks(planned, "RSK-01 Det brinner: värdet"));
  handbook.control_items.clear();
  handbook.risks[0].assessments[0].probability = 2;  // below the threshold
  CHECK(has(stretch(draft_of(handbook, control_2027), "uncontrolled"), "Alla risker"));
}

TEST_CASE("a review pack gathers what came since the last review", "[reports]") {
  auto handbook = risky_handbook();
  ManagementReview review;
  review.id = "LG-2025";
  review.held_on = day("2025-10-14");
  review.conclusion = "Rutinerna är svåra att hitta.";
  review.decisions = {"ATG-01"};
  handbook.reviews = {review};
  Action action;
  action.id = "ATG-01";
  action.title = "Laga";
  action.due_on = day("2026-12-02");
  handbook.actions = {action};
  const auto draft = draft_review_pack(handbook, day("2026-12-03"));
  const auto decisions = stretch(draft, "last-review");
  CHECK(has(decisions, "Förra genomgången hölls 2025-10-14 (LG-2025)."));
  CHECK(has(decisions, "| ATG-01 Laga |  | försenad | **inte i någon plan** |"));
  CHECK(lacks(draft, "ATG-01 Laga: beslutet finns inte i någon plan."));
  handbook.actions[0].planned_in = "RUT-001";
  CHECK(has(stretch(draft_review_pack(handbook, day("2026-12-03")), "last-review"), "[[RUT-001]]"));
  CHECK(has(stretch(draft_review_pack(handbook, day("2025-10-14")), "last-review"),
            "Ingen genomgång har hållits tidigare."));
}

TEST_CASE("a review pack for a coming day tells what is known today", "[reports]") {
  auto handbook = risky_handbook();
  ManagementReview review;
  review.id = "LG-2025";
  review.held_on = day("2025-10-14");
  review.decisions = {"ATG-01"};
  handbook.reviews = {review};
  Action action;
  action.id = "ATG-01";
  action.title = "Laga";
  action.due_on = day("2026-11-30");
  handbook.actions = {action};
  const auto meeting = day("2026-12-03");
  const auto ahead = draft_review_pack(handbook, meeting, day("2026-11-30"));
  CHECK(has(stretch(ahead, "last-review"), "förfaller 2026-11-30, före mötet"));
  CHECK_FALSE(lacks(ahead, "åtgärden skulle varit klar"));
  CHECK(has(stretch(ahead, "overview"), "Mötet hålls 2026-12-03."));
  const auto late = draft_review_pack(handbook, meeting, day("2026-12-01"));
  CHECK(has(stretch(late, "last-review"), "| försenad |"));
  CHECK(lacks(late, "ATG-01 Laga: åtgärden skulle varit klar 2026-11-30."));
  // An action that is due on the day of the meeting is in time there.
  handbook.actions[0].due_on = meeting;
  CHECK(has(stretch(draft_review_pack(handbook, meeting, day("2026-11-30")), "last-review"),
            "| pågår |"));
  // After the meeting: what was known on its day.
  const auto afterwards = draft_review_pack(handbook, meeting, day("2027-01-01"));
  CHECK_FALSE(has(stretch(afterwards, "overview"), "Mötet hålls"));
  CHECK(has(stretch(afterwards, "last-review"), "| pågår |"));
}

TEST_CASE("an agenda has the forum's points, what was raised, and what comes before it meets again",
          "[reports]") {
  auto handbook = risky_handbook();
  Forum forum;
  forum.id = "FOR-01";
  forum.name = "Kvalitetsrådet";
  forum.every_months = 1;
  forum.roles = {"KSA"};
  forum.agenda = {{"Klagomål", {}, false},
                  {"Åtgärder", {AgendaSubject::open_actions}, false},
                  {"Åtgärder!", {AgendaSubject::high_risks}, true}};
  handbook.forums = {forum};
  Action raised;
  raised.id = "ATG-01";
  raised.title = "Nytt avtal";
  raised.escalated_to = "FOR-01";
  raised.due_on = day("2027-03-01");
  Action elsewhere = raised;
  elsewhere.id = "ATG-02";
  elsewhere.escalated_to = "FOR-02";
  handbook.actions = {raised, elsewhere};
  CalendarItem before;
  before.id = "KAL-01";
  before.title = "Siffror lämnas";
  before.month = 12;
  before.day = 20;
  before.responsible = {"KSA"};
  auto after = before;
  after.id = "KAL-02";
  after.day = 21;
  handbook.calendar = {before, after};
  const auto draft = draft_agenda(handbook, day("2026-11-21"), "FOR-01");
  REQUIRE(draft.has_value());
  CHECK(std::ranges::count(draft->sections, "## Klagomål", &DraftSection::heading) == 1);
  CHECK(has(stretch(*draft, "point-atgarder"), "| ATG-01 Nytt avtal |  | 2027-03-01 | pågår |"));
  CHECK(has(stretch(*draft, "point-atgarder"), "ATG-02"));
  CHECK(stretch(*draft, "point-atgarder-2") == "Inga.");  // the risk is nobody's
  CHECK(has(stretch(*draft, "raised"), "ATG-01 Nytt avtal"));
  CHECK_FALSE(has(stretch(*draft, "raised"), "ATG-02"));
  CHECK(has(stretch(*draft, "before-next"), "2026-12-20 | KAL-01 Siffror lämnas"));
  CHECK_FALSE(has(stretch(*draft, "before-next"), "KAL-02"));
  CHECK_FALSE(draft_agenda(handbook, day("2026-11-21"), "FOR-09").has_value());
  // A point that lists what was raised stands for the section of that.
  handbook.forums[0].agenda.push_back({"Lyft", {AgendaSubject::raised_actions}, false});
  const auto listed = draft_agenda(handbook, day("2026-11-21"), "FOR-01");
  REQUIRE(listed.has_value());
  CHECK(has(stretch(*listed, "point-lyft"), "ATG-01 Nytt avtal"));
  CHECK(std::ranges::count(listed->sections, "raised", &DraftSection::name) == 0);
}

}  // namespace
}  // namespace handbok
