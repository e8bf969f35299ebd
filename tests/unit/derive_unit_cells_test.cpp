// What shows something counts in the units that it reaches, and what is wrong is told where it can
// be opened.
#include <algorithm>

#include <catch2/catch.hpp>

#include "derive/due_days.hpp"
#include "derive/period_figures.hpp"
#include "derive/reach.hpp"
#include "derive/standing.hpp"
#include "questions/asof.hpp"
#include "support/code.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

const Date today = *Date::parse("2026-11-21");

OrgUnit unit_below(const std::string& id, const std::string& parent) {
  OrgUnit unit;
  unit.id = id;
  unit.name = id;
  unit.parent = parent;
  return unit;
}

void add_unit(Handbook& handbook, const OrgUnit& unit) {
  handbook.units.insert(std::ranges::lower_bound(handbook.units, unit.id, {}, &OrgUnit::id), unit);
}

/// The sample with the units "annan" and "enhet" below "namnd", and a source.
Handbook with_two_units() {
  auto handbook = test::sample_handbook();
  add_unit(handbook, unit_below("annan", "namnd"));
  LegalSource source;
  source.id = "sosfs-2011-9";
  source.number = "SOSFS 2011:9";
  handbook.sources = {source};
  return handbook;
}

Revision& text_of(Handbook& handbook, const std::string& document, int number) {
  auto& texts = std::ranges::find(handbook.documents, document, &Document::id)->revisions;
  return *std::ranges::find(texts, number, &Revision::number);
}

void add_document(Handbook& handbook, const Revision& revision) {
  Document document;
  document.id = revision.document;
  document.folder = "documents/" + document.id;
  document.revisions = {revision};
  handbook.documents.push_back(document);
  std::ranges::sort(handbook.documents, {}, &Document::id);
}

Requirement requirement(const std::string& id, const std::string& clause,
                        const std::vector<DocumentId>& evidence) {
  Requirement row;
  row.id = id;
  row.source = "sosfs-2011-9";
  row.clause = clause;
  row.evidence = evidence;
  return row;
}

std::vector<StandingCell> cells_of(const DayView& view, const std::string& unit,
                                   const std::vector<const Diagnostic*>& findings = {}) {
  return Standings(view, findings).of(*view.handbook().find_unit(unit));
}

/// "annan: missing, enhet: shown" of things of the kind, or of the one thing.
std::string told(const Handbook& handbook, ThingKind kind, const std::string& thing = {},
                 const std::vector<const Diagnostic*>& findings = {}, Date day = today) {
  const DayView view(handbook, day);
  std::string text;
  for (const auto& unit : handbook.units) {
    for (const auto& cell : cells_of(view, unit.id, findings)) {
      if (cell.kind != kind || (!thing.empty() && cell.thing != thing)) continue;
      static const std::vector<std::string> words{"shown", "faulty", "unknown", "missing"};
      if (!text.empty()) text += ", ";
      text += unit.id + ": " + words[static_cast<std::size_t>(cell.standing)];
    }
  }
  return text;
}

Handbook with_risk() {
  auto handbook = with_two_units();
  RiskScale scale;
  scale.probability = {"a", "b", "c", "d"};
  scale.consequence = scale.probability;
  scale.threshold = 8;
  handbook.settings.risk_scales = {scale};
  Risk risk;
  risk.id = "RSK-1";
  risk.unit = "namnd";
  risk.assessments = {{test::day("2026-01-01"), 2, 4, "KSA"}};
  handbook.risks = {risk};
  return handbook;
}

TEST_CASE("what handles a risk does so in the units that it reaches", "[derive][units]") {
  auto handbook = with_risk();
  const std::string here = "annan: missing, enhet: shown";
  auto& handlers = handbook.risks.front().handled_by;
  handlers = {"RUT-001"};
  CHECK(told(handbook, ThingKind::risk) == "annan: shown, enhet: shown");
  text_of(handbook, "RUT-001", 2).unit = "enhet";
  CHECK(told(handbook, ThingKind::risk) == here);
  Action action;
  action.id = "ATG-1";
  action.unit = "enhet";
  handbook.actions = {action};
  handlers = {"ATG-1"};
  CHECK(told(handbook, ThingKind::risk) == here);
  SelfCheck check;
  check.id = "EGK-1";
  check.units = {"enhet"};
  handbook.self_checks = {check};
  handlers = {"EGK-1"};
  CHECK(told(handbook, ThingKind::risk) == here);
  handlers.clear();
  ControlItem item;
  item.id = "KM-1";
  item.risk = "RSK-1";
  item.plan = "RUT-001";
  handbook.control_items = {item};
  CHECK(told(handbook, ThingKind::risk) == here);
  handbook.control_items.front().plan = "RUT-006";  // a draft
  CHECK(told(handbook, ThingKind::risk) == "annan: missing, enhet: missing");
}

TEST_CASE("an action that did not help takes nothing from what else is done", "[derive][units]") {
  auto handbook = with_risk();
  Action action;
  action.id = "ATG-1";
  action.status = ActionStatus::done;
  action.effect = ActionEffect::ineffective;
  handbook.actions = {action};
  handbook.risks.front().handled_by = {"ATG-1"};
  CHECK(told(handbook, ThingKind::risk) == "annan: faulty, enhet: faulty");
  handbook.risks.front().handled_by = {"ATG-1", "RUT-001"};
  CHECK(told(handbook, ThingKind::risk) == "annan: shown, enhet: shown");
  handbook.actions.clear();
  CHECK(told(handbook, ThingKind::risk) == "annan: shown, enhet: shown");
  handbook.risks.front().handled_by = {"ATG-1"};
  CHECK(told(handbook, ThingKind::risk) == "annan: missing, enhet: missing");
}

TEST_CASE("a finding of a unit without cells is told where the unit above it works",
          "[derive][units]") {
  auto handbook = with_two_units();
  add_unit(handbook, unit_below("avd", "namnd"));
  add_unit(handbook, unit_below("under", "avd"));
  auto staff = unit_below("stab", "avd");
  staff.operative = false;
  add_unit(handbook, staff);
  handbook.requirements = {requirement("K-1", "5:7", {"RUT-001"})};
  Diagnostic late;
  late.code = "action.overdue"_code;
  late.units = {"stab"};
  CHECK(told(handbook, ThingKind::requirement, "K-1", {&late}) ==
        "annan: shown, enhet: shown, under: faulty");
  late.units = {"stab", "enhet"};
  CHECK(told(handbook, ThingKind::requirement, "K-1", {&late}) ==
        "annan: shown, enhet: faulty, under: shown");
  late.units = {"ingen"};
  CHECK(told(handbook, ThingKind::requirement, "K-1", {&late}) ==
        "annan: faulty, enhet: faulty, under: faulty");
  text_of(handbook, "RUT-001", 2).applies_to = {"stab"};
  handbook.requirements.front().clause = "4:4";
  handbook.requirements.front().evidence = {"PRO-001"};
  Diagnostic of_text;
  of_text.code = "routine.method-missing"_code;
  of_text.about.document = "RUT-001";
  of_text.units = {"stab"};
  CHECK(told(handbook, ThingKind::requirement, "K-1", {&of_text}) ==
        "annan: shown, enhet: shown, under: faulty");
}

TEST_CASE("a staff unit or a contractor below takes no cells from a unit", "[derive][units]") {
  auto handbook = with_two_units();
  handbook.requirements = {requirement("K-1", "4:4", {"RUT-001"})};
  auto staff = unit_below("stab", "enhet");
  staff.operative = false;
  add_unit(handbook, staff);
  auto contractor = unit_below("entr", "enhet");
  contractor.kind = UnitKind::contractor;
  add_unit(handbook, contractor);
  CHECK(told(handbook, ThingKind::requirement) == "annan: shown, enhet: shown");
  add_unit(handbook, unit_below("grupp", "stab"));  // does work below the staff unit
  CHECK(told(handbook, ThingKind::requirement) == "annan: shown, grupp: shown");
}

TEST_CASE("rows of one clause that share it out answer for each other", "[derive][units]") {
  auto handbook = with_two_units();
  Clause clause;
  clause.source = "sosfs-2011-9";
  clause.ref = "4:4";
  handbook.clauses = {clause};
  text_of(handbook, "RUT-001", 2).unit = "enhet";
  auto own = test::adopted_revision("RUT-010", 1, "2026-01-01");
  own.unit = "annan";
  add_document(handbook, own);
  handbook.requirements = {requirement("K-1", "4:4", {"RUT-001"}),
                           requirement("K-2", "4:4", {"RUT-010"})};
  CHECK(told(handbook, ThingKind::requirement, "K-1") == "annan: shown, enhet: shown");
  CHECK(told(handbook, ThingKind::requirement, "K-2") == "annan: shown, enhet: shown");
  handbook.requirements.back().evidence = {"RUT-003"};  // run out, of all
  CHECK(told(handbook, ThingKind::requirement, "K-1") == "annan: missing, enhet: shown");
  CHECK(told(handbook, ThingKind::requirement, "K-2") == "annan: missing, enhet: faulty");
  handbook.requirements.back().evidence.clear();  // names nothing: another row is no answer
  CHECK(told(handbook, ThingKind::requirement, "K-2") == "annan: missing, enhet: missing");
}

TEST_CASE("a clause that no row answers to is missing where the law concerns the unit",
          "[derive][units]") {
  auto handbook = with_two_units();
  Clause clause;
  clause.source = "sosfs-2011-9";
  clause.ref = "4:4";
  handbook.clauses = {clause, clause, clause};
  handbook.clauses[1].ref = "5:1";
  handbook.clauses[1].regimes = {"HSL"};
  handbook.clauses[2].ref = "5:2";
  handbook.clauses[2].force = ClauseForce::advice;
  handbook.requirements = {requirement("K-1", "4:4", {"RUT-001"})};
  std::ranges::find(handbook.units, "enhet", &OrgUnit::id)->regimes = {"HSL"};
  CHECK(told(handbook, ThingKind::clause) == "enhet: missing");
  CHECK(told(handbook, ThingKind::clause, "sosfs-2011-9/5:1") == "enhet: missing");
  Waiver waiver;
  waiver.id = "U-1";
  waiver.source = "sosfs-2011-9";
  waiver.clause = "5:1";
  handbook.waivers = {waiver};
  CHECK(told(handbook, ThingKind::clause) == "enhet: shown");
}

Handbook with_replacement() {
  auto handbook = with_two_units();
  text_of(handbook, "RUT-001", 2).local_override = LocalOverride::allowed;
  auto local = test::adopted_revision("RUT-010", 1, "2026-01-01");
  local.unit = "enhet";
  Relation relation;
  relation.kind = RelationKind::replaces_locally;
  relation.document = "RUT-001";
  local.relations = {relation};
  add_document(handbook, local);
  handbook.requirements = {requirement("K-1", "4:4", {"RUT-001"})};
  return handbook;
}

std::string effective_in(const Handbook& handbook, const std::string& unit) {
  const DayView view(handbook, today);
  std::string text;
  for (const auto* const one : effective_handbook(view, *handbook.find_unit(unit)))
    text += one->document + " ";
  return text;
}

std::string shown_by(const Handbook& handbook, const std::string& unit) {
  const DayView view(handbook, today);
  for (const auto& cell : cells_of(view, unit))
    if (cell.kind == ThingKind::requirement) return cell.shown_by.front();
  return {};
}

TEST_CASE("a local text that replaces another applies instead of it", "[derive][units]") {
  auto handbook = with_replacement();
  CHECK(effective_in(handbook, "annan") == "PRO-001 RUT-001 ");
  CHECK(effective_in(handbook, "enhet") == "PRO-001 RUT-010 ");
  CHECK(told(handbook, ThingKind::requirement) == "annan: shown, enhet: shown");
  CHECK(shown_by(handbook, "annan") == "RUT-001");
  CHECK(shown_by(handbook, "enhet") == "RUT-010");
  const DayView view(handbook, today);
  const auto rows = as_of_rows(view, handbook.find_unit("enhet"), "RUT-001");
  REQUIRE(rows.size() == 1);
  CHECK(rows.front().id == "RUT-010");
  auto& relation = text_of(handbook, "RUT-010", 1).relations.front();
  relation.heading = "gor-sa-har";  // a part of it: the rest applies
  CHECK(effective_in(handbook, "enhet") == "PRO-001 RUT-001 RUT-010 ");
  relation.heading.clear();
  text_of(handbook, "RUT-001", 2).local_override = LocalOverride::forbidden;
  CHECK(effective_in(handbook, "enhet") == "PRO-001 RUT-001 RUT-010 ");
}

Handbook with_rollout() {
  auto handbook = with_two_units();
  Rollout rollout;
  rollout.id = "INF-1";
  rollout.document = "RUT-001";
  rollout.unit = "namnd";
  rollout.due_on = test::day("2026-10-01");
  handbook.rollouts = {rollout};
  return handbook;
}

TEST_CASE("a roll-out is made in the units that were there and that the text applies to",
          "[derive][units]") {
  auto handbook = with_rollout();
  CHECK(told(handbook, ThingKind::rollout) == "annan: missing, enhet: missing");
  auto& other = *std::ranges::find(handbook.units, "annan", &OrgUnit::id);
  other.valid_from = test::day("2026-10-02");
  CHECK(told(handbook, ThingKind::rollout) == "enhet: missing");
  handbook.rollouts.front().done_on = test::day("2026-10-20");
  CHECK(told(handbook, ThingKind::rollout) == "annan: shown, enhet: shown");
  other.valid_from = test::day("2026-10-21");
  CHECK(told(handbook, ThingKind::rollout) == "enhet: shown");
  other.valid_from.reset();
  text_of(handbook, "RUT-001", 3).excludes = {"enhet"};  // the text that is to come
  CHECK(told(handbook, ThingKind::rollout) == "annan: shown");
}

TEST_CASE("a late roll-out is told in each unit that it concerns", "[derive][units]") {
  const auto handbook = with_rollout();
  const DayView view(handbook, today);
  for (const auto* const id : {"annan", "enhet", "namnd"}) {
    const auto days = due_days(view, today, handbook.find_unit(id));
    CHECK(std::ranges::count(days, std::string("INF-1"), &DueDay::id) == 1);
  }
}

TEST_CASE("a reading that names nobody is a unit's own if the goal was its alone that day",
          "[derive][units]") {
  auto handbook = with_two_units();
  Goal goal;
  goal.id = "MAL-1";
  goal.indicator = "Andel";
  goal.outcomes = {{"T1", "90 %", test::day("2026-06-01"), {}, false}};
  handbook.goals = {goal};
  auto& other = *std::ranges::find(handbook.units, "annan", &OrgUnit::id);
  CHECK(told(handbook, ThingKind::reading) == "annan: unknown, enhet: unknown");
  other.valid_to = test::day("2026-07-01");  // it was there when the reading was made
  CHECK(told(handbook, ThingKind::reading) == "enhet: unknown");
  other.valid_to = test::day("2026-06-01");
  CHECK(told(handbook, ThingKind::reading) == "enhet: shown");
  other.valid_to.reset();
  auto& outcome = handbook.goals.front().outcomes.front();
  outcome.unit = "enhet";
  outcome.together = true;  // a contradiction: it is of the unit that it names
  CHECK(told(handbook, ThingKind::reading) == "annan: missing, enhet: shown");
}

Handbook with_report() {
  auto handbook = with_two_units();
  auto& yearly = handbook.settings.yearly;
  yearly.from = test::day("2025-01-01");
  yearly.quality_report_month = 3;
  yearly.quality_report_day = 31;
  auto text = test::adopted_revision("RAP-001", 1, "2026-02-01");
  add_document(handbook, text);
  YearlyReport report;
  report.id = "RAP-001";
  report.year = 2025;
  handbook.reports = {report};
  return handbook;
}

TEST_CASE("a report that names no unit is about the unit of its document", "[derive][units]") {
  auto handbook = with_report();
  CHECK(told(handbook, ThingKind::yearly_report) == "annan: shown, enhet: shown");
  text_of(handbook, "RAP-001", 1).unit = "enhet";
  CHECK(told(handbook, ThingKind::yearly_report) == "annan: missing, enhet: shown");
  auto staff = unit_below("stab", "namnd");
  staff.operative = false;
  add_unit(handbook, staff);
  text_of(handbook, "RAP-001", 1).unit = "stab";
  CHECK(told(handbook, ThingKind::yearly_report) == "annan: shown, enhet: shown");
}

TEST_CASE("a report of the year that is missing is due", "[derive][units]") {
  auto handbook = with_report();
  const auto count = [&](const char* unit) {
    const DayView view(handbook, today);
    const auto days = due_days(view, today, unit == nullptr ? nullptr : handbook.find_unit(unit));
    return std::ranges::count(days, std::string("quality-2025"), &DueDay::id);
  };
  CHECK(count(nullptr) == 0);
  text_of(handbook, "RAP-001", 1).unit = "enhet";
  CHECK(count(nullptr) == 1);
  CHECK(count("annan") == 1);
  CHECK(count("namnd") == 1);
  CHECK(count("enhet") == 0);
}

TEST_CASE("groups that complain have cells", "[derive][units]") {
  auto handbook = with_two_units();
  ComplaintSource source;
  source.id = "narstaende";
  source.covered_by = {"RUT-001"};
  handbook.settings.complaint_sources = {source};
  text_of(handbook, "RUT-001", 2).unit = "enhet";
  CHECK(told(handbook, ThingKind::complaints) == "annan: missing, enhet: shown");
}

TEST_CASE("a report of a unit tells of common risks and of nothing before its time",
          "[derive][units]") {
  auto handbook = with_risk();
  handbook.risks.push_back(handbook.risks.front());
  handbook.risks.back().id = "RSK-2";
  handbook.risks.back().unit = "annan";
  handbook.risks.push_back(handbook.risks.front());
  handbook.risks.back().id = "RSK-3";
  handbook.risks.back().unit.clear();
  handbook.risks.push_back(handbook.risks.back());
  handbook.risks.back().id = "RSK-4";
  handbook.risks.back().regimes = {"HSL"};  // not the unit's work
  auto& unit = *std::ranges::find(handbook.units, "enhet", &OrgUnit::id);
  unit.valid_from = test::day("2026-05-01");
  const ReportScope scope{&unit, {}};
  const ReportPeriod period{test::day("2026-01-01"), test::day("2027-01-01"), today};
  std::string risks;
  for (const auto& figures : risks_in_period(handbook, period, scope))
    risks += figures.risk->id + " ";
  CHECK(risks == "RSK-1 RSK-3 ");
  CHECK_FALSE(is_of_scope(handbook, {}, test::day("2026-04-30"), scope));
  CHECK(is_of_scope(handbook, {}, test::day("2026-05-01"), scope));
  Compilation compilation;
  compilation.id = "SAM-1";
  compilation.unit = "annan";
  compilation.first_day = test::day("2026-01-01");
  compilation.until = test::day("2026-07-01");
  handbook.compilations = {compilation};
  CHECK(compilations_in_period(handbook, period, scope).compilations.empty());
  CHECK(compilations_in_period(handbook, period).compilations.size() == 1);
  handbook.compilations.front().unit = "namnd";
  CHECK(compilations_in_period(handbook, period, scope).compilations.size() == 1);
}

}  // namespace
}  // namespace handbok
