#include <algorithm>

#include "load/read_quality.hpp"
#include "load/register_file.hpp"

namespace handbok {
namespace {

std::vector<RiskAssessment> read_assessments(TableReader& row) {
  std::vector<RiskAssessment> assessments;
  for (auto& table : row.tables("assessment")) {
    RiskAssessment assessment;
    const auto on = table.required_date("on");
    assessment.on = on.value_or(Date{});
    assessment.probability = table.number_or("probability", 0);
    assessment.consequence = table.number_or("consequence", 0);
    assessment.by = table.text("by");
    table.finish();
    if (on) assessments.push_back(std::move(assessment));
  }
  std::ranges::stable_sort(assessments, {}, &RiskAssessment::on);
  return assessments;
}

Risk read_risk(TableReader& row) {
  Risk risk;
  risk.id = row.required_text("id");
  risk.event = row.required_text("event");
  risk.consequence_text = row.text("consequence_text");
  risk.unit = row.text("unit");
  risk.process = row.text("process");
  risk.node = row.text("node");
  risk.regimes = row.texts("regimes");
  risk.exercise =
      row.choice<RiskExercise>("exercise", {{"risk_dialogue", RiskExercise::risk_dialogue},
                                            {"vor", RiskExercise::vor},
                                            {"change", RiskExercise::change},
                                            {"event_analysis", RiskExercise::event_analysis},
                                            {"work_env", RiskExercise::work_env},
                                            {"ongoing", RiskExercise::ongoing}});
  risk.exercise_year = row.number("exercise_year");
  risk.trigger = row.text("trigger");
  risk.handled_in = row.choice<GoverningProcess>(
      "handled_in", {{"unchosen", GoverningProcess::unchosen},
                     {"quality", GoverningProcess::quality},
                     {"internal_control", GoverningProcess::internal_control},
                     {"work_env", GoverningProcess::work_env},
                     {"goals", GoverningProcess::goals}});
  risk.treatment = row.choice<RiskTreatment>("treatment", {{"unchosen", RiskTreatment::unchosen},
                                                           {"reduce", RiskTreatment::reduce},
                                                           {"avoid", RiskTreatment::avoid},
                                                           {"transfer", RiskTreatment::transfer},
                                                           {"accept", RiskTreatment::accept}});
  risk.accepted_by = row.text("accepted_by");
  risk.owner = row.text("owner");
  risk.handled_by = row.texts("handled_by");
  risk.assessments = read_assessments(row);
  risk.reassess_months = row.number_or("reassess_months", 12);
  risk.closed_on = row.date("closed_on");
  risk.location = row.location();
  return risk;
}

CheckOccurrence read_occurrence(TableReader& table) {
  CheckOccurrence occurrence;
  occurrence.done_on = table.required_date("done_on").value_or(Date{});
  occurrence.due_on = table.date("due_on").value_or(occurrence.done_on);
  occurrence.unit = table.text("unit");
  occurrence.outcome = table.choice<CheckOutcome>("outcome", {{"ok", CheckOutcome::ok},
                                                              {"partly", CheckOutcome::partly},
                                                              {"not_ok", CheckOutcome::not_ok}});
  occurrence.value = table.text("value");
  occurrence.analysis = table.text("analysis");
  occurrence.decision = table.text("decision");
  table.finish();
  return occurrence;
}

CheckForm read_form(TableReader& row) {
  return row.choice<CheckForm>("form", {{"checklist", CheckForm::checklist},
                                        {"self_assessment", CheckForm::self_assessment},
                                        {"survey", CheckForm::survey},
                                        {"audit", CheckForm::audit},
                                        {"measurement", CheckForm::measurement},
                                        {"round", CheckForm::round},
                                        {"interview", CheckForm::interview},
                                        {"comparison", CheckForm::comparison},
                                        {"analysis", CheckForm::analysis}});
}

CheckMethod read_method_kind(TableReader& row) {
  return row.choice<CheckMethod>("method",
                                 {{"own_history", CheckMethod::own_history},
                                  {"quality_register", CheckMethod::quality_register},
                                  {"open_comparison", CheckMethod::open_comparison},
                                  {"other_units", CheckMethod::other_units},
                                  {"target_group_survey", CheckMethod::target_group_survey},
                                  {"record_review", CheckMethod::record_review},
                                  {"staff_attitudes", CheckMethod::staff_attitudes},
                                  {"patient_committee", CheckMethod::patient_committee},
                                  {"auditor_stakeholder", CheckMethod::auditor_stakeholder}});
}

SelfCheck read_self_check(TableReader& row) {
  SelfCheck check;
  check.id = row.required_text("id");
  check.what = row.text("what");
  check.form = read_form(row);
  check.method = read_method_kind(row);
  check.how = row.text("how");
  check.every_months = row.number_or("every_months", 0);
  check.first_on = row.date("first_on");
  check.on_last_day = row.flag("on_last_day", false);
  check.documented_in = row.text("documented_in");
  check.performed_by = row.texts("performed_by");
  check.analysed_by = row.texts("analysed_by");
  check.checks = row.texts("checks");
  check.regimes = row.texts("regimes");
  check.units = row.texts("units");
  check.except_units = row.texts("except_units");
  check.breakdown = row.texts("breakdown");
  for (auto& table : row.tables("occurrence"))
    check.occurrences.push_back(read_occurrence(table));
  std::ranges::stable_sort(check.occurrences, {}, &CheckOccurrence::due_on);
  check.ends_on = row.date("ends_on");
  check.location = row.location();
  return check;
}

Cause read_cause(TableReader& row) {
  return row.choice<Cause>("cause", {{"unknown", Cause::unknown},
                                     {"no_routine", Cause::no_routine},
                                     {"not_followed", Cause::not_followed},
                                     {"resources", Cause::resources},
                                     {"competence", Cause::competence},
                                     {"discrimination", Cause::discrimination},
                                     {"other", Cause::other}});
}

Finding read_finding(TableReader& row) {
  Finding finding;
  finding.id = row.required_text("id");
  finding.text = row.required_text("text");
  finding.kind = row.choice<FindingKind>("kind", {{"shortcoming", FindingKind::shortcoming},
                                                  {"good_practice", FindingKind::good_practice}});
  finding.source = row.text("source");
  finding.source_id = row.text("source_id");
  finding.found_on = row.required_date("found_on").value_or(Date{});
  finding.about = row.text("about");
  finding.verdict = row.choice<Verdict>(
      "verdict", {{"none", Verdict::none}, {"fit", Verdict::fit}, {"unfit", Verdict::unfit}});
  finding.decision = row.text("decision");
  finding.cause = read_cause(row);
  finding.location = row.location();
  return finding;
}

void read_action_end(TableReader& row, Action& action) {
  action.status = row.choice<ActionStatus>("status", {{"decided", ActionStatus::decided},
                                                      {"ongoing", ActionStatus::ongoing},
                                                      {"done", ActionStatus::done},
                                                      {"cancelled", ActionStatus::cancelled}});
  action.cancelled_reason = row.text("cancelled_reason");
  action.done_on = row.date("done_on");
  action.effect_check_on = row.date("effect_check_on");
  action.effect = row.choice<ActionEffect>("effect", {{"unchecked", ActionEffect::unchecked},
                                                      {"effective", ActionEffect::effective},
                                                      {"partly", ActionEffect::partly},
                                                      {"ineffective", ActionEffect::ineffective}});
}

Action read_action(TableReader& row) {
  Action action;
  action.id = row.required_text("id");
  action.title = row.required_text("title");
  action.origin =
      row.choice<ActionOrigin>("origin", {{"unknown", ActionOrigin::unknown},
                                          {"risk", ActionOrigin::risk},
                                          {"self_check", ActionOrigin::self_check},
                                          {"analysis", ActionOrigin::analysis},
                                          {"finding", ActionOrigin::finding},
                                          {"review", ActionOrigin::review},
                                          {"report", ActionOrigin::report},
                                          {"external_change", ActionOrigin::external_change},
                                          {"direct", ActionOrigin::direct}});
  action.origin_id = row.text("origin_id");
  action.responsible = row.text("responsible");
  action.unit = row.text("unit");
  action.decided_on = row.date("decided_on");
  action.due_on = row.date("due_on");
  read_action_end(row, action);
  action.cause = read_cause(row);
  action.planned_in = row.text("planned_in");
  action.escalated_to = row.text("escalated_to");
  action.location = row.location();
  return action;
}

std::vector<MessageCount> read_counts(TableReader& row) {
  std::vector<MessageCount> counts;
  for (auto& table : row.tables("count")) {
    counts.push_back({table.required_text("kind"), table.number_or("number", 0), table.text("unit"),
                      table.text("process")});
    table.finish();
  }
  return counts;
}

Compilation read_compilation(TableReader& row) {
  Compilation compilation;
  compilation.id = row.required_text("id");
  compilation.unit = row.text("unit");
  compilation.first_day = row.required_date("first_day").value_or(Date{});
  compilation.until = row.required_date("until").value_or(Date{});
  compilation.counts = read_counts(row);
  compilation.analysed_on = row.date("analysed_on");
  compilation.analysed_by = row.text("analysed_by");
  compilation.analysis = row.text("analysis");
  compilation.patterns = row.texts("patterns");
  compilation.decisions = row.texts("decisions");
  for (auto& table : row.tables("feedback")) {
    const auto on = table.required_date("on");
    for (auto& to : table.texts("to"))
      compilation.feedback.push_back({std::move(to), on.value_or(Date{})});
    table.finish();
  }
  compilation.location = row.location();
  return compilation;
}

Goal read_goal(TableReader& row) {
  Goal goal;
  goal.id = row.required_text("id");
  goal.title = row.required_text("title");
  goal.units = row.texts("units");
  goal.parent = row.text("parent");
  goal.origin = row.text("origin");
  goal.area = row.text("area");
  goal.indicator = row.text("indicator");
  goal.target = row.text("target");
  goal.measured_by = row.texts("measured_by");
  goal.by_sex = row.flag("by_sex", false);
  goal.owner = row.text("owner");
  goal.valid_from = row.date("valid_from");
  goal.valid_to = row.date("valid_to");
  for (auto& table : row.tables("outcome")) {
    goal.outcomes.push_back({table.required_text("period"), table.required_text("value"),
                             table.required_date("on").value_or(Date{})});
    table.finish();
  }
  goal.location = row.location();
  return goal;
}

}  // namespace

void read_quality_work(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  read_rows(sources, diagnostics, {"risks", "risk"}, handbook.risks, read_risk);
  read_rows(sources, diagnostics, {"self_checks", "self_check"}, handbook.self_checks,
            read_self_check);
  read_rows(sources, diagnostics, {"findings", "finding"}, handbook.findings, read_finding);
  read_rows(sources, diagnostics, {"actions", "action"}, handbook.actions, read_action);
  read_rows(sources, diagnostics, {"compilations", "compilation"}, handbook.compilations,
            read_compilation);
  read_rows(sources, diagnostics, {"goals", "goal"}, handbook.goals, read_goal);
}

}  // namespace handbok
