#include "load/plan_kind.hpp"
#include "load/read_agenda.hpp"
#include "load/read_quality.hpp"
#include "load/register_file.hpp"

namespace handbok {
namespace {

Forum read_forum(TableReader& row) {
  Forum forum;
  forum.id = row.required_text("id");
  forum.name = row.required_text("name");
  forum.level = row.text("level");
  forum.every_months = row.number_or("every_months", 1);
  forum.first_on = row.date("first_on");
  forum.roles = row.texts("roles");
  forum.agenda = read_agenda(row);
  forum.minutes_kept_at = row.text("minutes_kept_at");
  forum.location = row.location();
  return forum;
}

CalendarKind read_calendar_kind(TableReader& row) {
  return row.choice<CalendarKind>("kind", {{"planning", CalendarKind::planning},
                                           {"risk_dialogue", CalendarKind::risk_dialogue},
                                           {"self_check", CalendarKind::self_check},
                                           {"compilation", CalendarKind::compilation},
                                           {"review", CalendarKind::review},
                                           {"report", CalendarKind::report},
                                           {"budget", CalendarKind::budget},
                                           {"review_due", CalendarKind::review_due},
                                           {"information", CalendarKind::information},
                                           {"deadline_by_law", CalendarKind::deadline_by_law}});
}

/// The rule that says on which days an item falls.
void read_rule(TableReader& row, CalendarItem& item) {
  item.month = row.number_or("month", 0);
  item.day = row.number_or("day", 0);
  item.on_last_day = row.flag("on_last_day", false);
  item.week = row.number_or("week", 0);
  item.weekday = row.number_or("weekday", 0);
  item.relative_to = row.text("relative_to");
  item.days_before = row.number_or("days_before", 0);
  item.every_months = row.number_or("every_months", 12);
  item.weekend = row.choice<WeekendShift>("weekend", {{"none", WeekendShift::none},
                                                      {"earlier", WeekendShift::earlier},
                                                      {"later", WeekendShift::later}});
  for (auto& table : row.tables("moved")) {
    if (const auto to = table.required_date("to")) item.moved_to.push_back(*to);
    table.finish();
  }
}

CalendarItem read_item(TableReader& row) {
  CalendarItem item;
  item.id = row.required_text("id");
  item.title = row.required_text("title");
  item.kind = read_calendar_kind(row);
  read_rule(row, item);
  item.valid_from = row.date("valid_from");
  item.valid_to = row.date("valid_to");
  item.responsible = row.texts("responsible");
  item.units = row.texts("units");
  item.links = row.texts("links");
  item.location = row.location();
  return item;
}

ManagementReview read_review(TableReader& row) {
  ManagementReview review;
  review.id = row.required_text("id");
  review.held_on = row.date("held_on");
  review.planned_on = row.date("planned_on");
  review.participants = row.texts("participants");
  review.inputs = row.texts("inputs");
  review.outcome = row.choice<ReviewOutcome>(
      "outcome", {{"none", ReviewOutcome::none},
                  {"approved", ReviewOutcome::approved},
                  {"approved_with_improvements", ReviewOutcome::approved_with_improvements},
                  {"not_approved", ReviewOutcome::not_approved}});
  review.conclusion = row.text("conclusion");
  review.decisions = row.texts("decisions");
  review.minutes = row.text("minutes");
  review.location = row.location();
  return review;
}

Plan read_plan(TableReader& row) {
  Plan plan;
  plan.id = row.required_text("id");
  plan.kind = read_plan_kind(row);
  plan.year = row.number_or("year", 0);
  plan.unit = row.text("unit");
  plan.location = row.location();
  return plan;
}

ControlItem read_control_item(TableReader& row) {
  ControlItem item;
  item.id = row.required_text("id");
  item.plan = row.required_text("plan");
  item.risk = row.text("risk");
  item.method = row.text("method");
  item.responsible = row.text("responsible");
  item.every_months = row.number_or("every_months", 12);
  item.outcome = row.text("outcome");
  item.carry_over = row.flag("carry_over", false);
  item.location = row.location();
  return item;
}

ReportKind read_report_kind(TableReader& row) {
  return row.choice<ReportKind>("kind", {{"quality", ReportKind::quality},
                                         {"patient_safety", ReportKind::patient_safety},
                                         {"operational", ReportKind::operational},
                                         {"tertial", ReportKind::tertial}});
}

YearlyReport read_report(TableReader& row) {
  YearlyReport report;
  report.id = row.required_text("id");
  report.kind = read_report_kind(row);
  report.year = row.number_or("year", 0);
  report.covers = row.texts("covers");
  report.investigated_events = row.number("investigated_events");
  report.serious_injuries = row.number("serious_injuries");
  report.board_action = row.text("board_action");
  report.location = row.location();
  return report;
}

ContractReport read_contract_report(TableReader& row) {
  ContractReport report;
  report.id = row.required_text("id");
  report.unit = row.required_text("unit");
  report.agreement = row.text("agreement");
  report.kind = read_report_kind(row);
  report.year = row.number_or("year", 0);
  report.due_on = row.required_date("due_on").value_or(Date{});
  report.received_on = row.date("received_on");
  report.location = row.location();
  return report;
}

Method read_method(TableReader& row) {
  Method method;
  method.id = row.required_text("id");
  method.name = row.required_text("name");
  method.use = row.text("use");
  method.principles = row.text("principles");
  method.basis = row.text("basis");
  method.documents = row.texts("documents");
  method.location = row.location();
  return method;
}

InformationSource read_information_source(TableReader& row) {
  InformationSource source;
  source.id = row.required_text("id");
  source.kind = row.text("kind");
  source.name = row.required_text("name");
  source.owner = row.text("owner");
  source.period = row.text("period");
  source.kept_at = row.text("kept_at");
  source.used_in = row.texts("used_in");
  source.location = row.location();
  return source;
}

EvidenceRef read_evidence(TableReader& row) {
  EvidenceRef evidence;
  evidence.id = row.required_text("id");
  evidence.kind =
      row.choice<EvidenceKind>("kind", {{"minutes", EvidenceKind::minutes},
                                        {"workplace_meeting", EvidenceKind::workplace_meeting},
                                        {"yearly_report", EvidenceKind::yearly_report},
                                        {"internal_control", EvidenceKind::internal_control},
                                        {"self_check", EvidenceKind::self_check},
                                        {"case_series", EvidenceKind::case_series}});
  evidence.title = row.required_text("title");
  evidence.unit = row.text("unit");
  evidence.kept_at = row.required_text("kept_at");
  evidence.from = row.date("from");
  evidence.to = row.date("to");
  evidence.requirements = row.texts("requirements");
  evidence.location = row.location();
  return evidence;
}

Rollout read_rollout(TableReader& row) {
  Rollout rollout;
  rollout.id = row.required_text("id");
  rollout.document = row.required_text("document");
  rollout.unit = row.required_text("unit");
  rollout.measure =
      row.choice<RolloutMeasure>("measure", {{"information", RolloutMeasure::information},
                                             {"training", RolloutMeasure::training},
                                             {"practice", RolloutMeasure::practice},
                                             {"feedback", RolloutMeasure::feedback}});
  rollout.responsible = row.text("responsible");
  rollout.due_on = row.date("due_on");
  rollout.done_on = row.date("done_on");
  rollout.note = row.text("note");
  rollout.location = row.location();
  return rollout;
}

ExternalSystem read_external_system(TableReader& row) {
  ExternalSystem system;
  system.id = row.required_text("id");
  system.name = row.required_text("name");
  system.holds = row.text("holds");
  system.url = row.text("url");
  system.location = row.location();
  return system;
}

}  // namespace

void read_planning(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  read_rows(sources, diagnostics, {"forums", "forum"}, handbook.forums, read_forum);
  read_rows(sources, diagnostics, {"calendar", "item"}, handbook.calendar, read_item);
  read_rows(sources, diagnostics, {"reviews", "review"}, handbook.reviews, read_review);
  read_rows(sources, diagnostics, {"plans", "plan"}, handbook.plans, read_plan);
  read_rows(sources, diagnostics, {"control_items", "control_item"}, handbook.control_items,
            read_control_item);
  read_rows(sources, diagnostics, {"reports", "report"}, handbook.reports, read_report);
  read_rows(sources, diagnostics, {"contract_reports", "contract_report"},
            handbook.contract_reports, read_contract_report);
}

void read_practice(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  read_rows(sources, diagnostics, {"methods", "method"}, handbook.methods, read_method);
  read_rows(sources, diagnostics, {"information_sources", "information_source"},
            handbook.information_sources, read_information_source);
  read_rows(sources, diagnostics, {"external_systems", "external_system"},
            handbook.external_systems, read_external_system);
  read_rows(sources, diagnostics, {"evidence", "evidence"}, handbook.evidence, read_evidence);
  read_rows(sources, diagnostics, {"rollouts", "rollout"}, handbook.rollouts, read_rollout);
}

}  // namespace handbok
