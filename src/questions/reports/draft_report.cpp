#include "questions/reports/draft_report.hpp"

#include <algorithm>

#include "questions/reports/draft_builder.hpp"
#include "questions/reports/report_parts.hpp"

namespace handbok {
namespace {

constexpr int months_in_a_year = 12;

Date new_year(int year) {
  return Date::from_ymd(year, 1, 1).value_or(Date());
}

/// The period of a tertial report; no value if the year has no such period, or none has ended.
std::optional<ReportPeriod> tertial_period(const Handbook& handbook, Date day,
                                           const ReportRequest& request) {
  constexpr int tertial = 4;
  const auto& rule = handbook.settings.compilations;
  const int months = rule.prefix.empty() || rule.period_months <= 0 ? tertial : rule.period_months;
  const int last_number = months_in_a_year / months;
  std::optional<ReportPeriod> found;
  for (int number = 1; number <= last_number; ++number) {
    const auto from = new_year(request.year).plus_months((number - 1) * months);
    const ReportPeriod period{from, from.plus_months(months), day};
    const bool is_last_ended = request.period == 0 && period.until <= day;
    if (is_last_ended || number == request.period) found = period;
  }
  return found;
}

std::optional<ReportPeriod> period_of(const Handbook& handbook, Date day,
                                      const ReportRequest& request) {
  if (request.topic == ReportTopic::tertial) return tertial_period(handbook, day, request);
  // The plan of a year is made of the year before it.
  const int year = request.topic == ReportTopic::control ? request.year - 1 : request.year;
  if (day < new_year(year)) return std::nullopt;
  return ReportPeriod{new_year(year), new_year(year + 1), day};
}

const std::vector<std::string>& staff_kinds() {
  static const std::vector<std::string> kinds{"deviation", "lex_sarah_report"};
  return kinds;
}

const std::vector<std::string>& reader_kinds() {
  static const std::vector<std::string> kinds{"complaint", "view"};
  return kinds;
}

ReportDraft draft_safety(ReportContext& context, int year) {
  DraftBuilder draft(context);
  draft.add("overview", ReportWord::heading_summary, overview_part(context),
            ReportWord::prompt_safety_summary);
  draft.add("responsibility", ReportWord::heading_responsibility, responsibility_part(context),
            ReportWord::prompt_responsibility);
  draft.add("self-checks", ReportWord::heading_self_checks, self_check_part(context),
            ReportWord::prompt_self_checks);
  draft.add("collaboration", ReportWord::heading_collaboration, collaboration_part(context),
            ReportWord::prompt_collaboration);
  draft.add("risks", ReportWord::heading_risks, risk_part(context), ReportWord::prompt_risks);
  draft.add("reports", ReportWord::heading_reports,
            paragraphs({count_part(context, staff_kinds()), action_part(context)}),
            ReportWord::prompt_reports);
  draft.add("complaints", ReportWord::heading_complaints,
            count_part(context, reader_kinds(), Analyses::left_out), ReportWord::prompt_complaints);
  draft.add("events", ReportWord::heading_events, event_part(context, year),
            ReportWord::prompt_write);
  draft.add("units", ReportWord::heading_units, unit_part(context), ReportWord::prompt_units);
  check_report_row(context, ReportKind::patient_safety, year);
  draft.add_demanded(sections_of_type(context.handbook(), context.handbook().reports));
  return draft.take();
}

ReportDraft draft_quality(ReportContext& context, int year) {
  DraftBuilder draft(context);
  draft.add("overview", ReportWord::heading_summary, overview_part(context),
            ReportWord::prompt_quality_summary);
  draft.add("work", ReportWord::heading_work,
            paragraphs({self_check_part(context), risk_part(context)}),
            ReportWord::prompt_self_checks);
  draft.add("actions", ReportWord::heading_actions, action_part(context),
            ReportWord::prompt_actions);
  draft.add("results", ReportWord::heading_results,
            paragraphs({count_part(context, counted_kinds(context)), goal_part(context)}),
            ReportWord::prompt_results);
  draft.add("units", ReportWord::heading_units, unit_part(context), ReportWord::prompt_units);
  check_report_row(context, ReportKind::quality, year);
  draft.add_demanded(sections_of_type(context.handbook(), context.handbook().reports));
  return draft.take();
}

ReportDraft draft_tertial(ReportContext& context) {
  DraftBuilder draft(context);
  draft.add("overview", ReportWord::heading_summary, overview_part(context),
            ReportWord::prompt_quality_summary);
  draft.add("messages", ReportWord::heading_messages, count_part(context, counted_kinds(context)),
            ReportWord::prompt_complaints);
  draft.add("self-checks", ReportWord::heading_self_checks, self_check_part(context),
            ReportWord::prompt_self_checks);
  draft.add("risks", ReportWord::heading_risks, risk_part(context), ReportWord::prompt_risks);
  draft.add("actions", ReportWord::heading_actions, action_part(context),
            ReportWord::prompt_actions);
  draft.add("goals", ReportWord::heading_goals, goal_part(context), ReportWord::prompt_results);
  draft.add("units", ReportWord::heading_units, unit_part(context), ReportWord::prompt_units);
  draft.add_demanded(sections_of_type(context.handbook(), context.handbook().reports));
  return draft.take();
}

/// The plan of `year`, made from the year before.
ReportDraft draft_control(ReportContext& context, int year) {
  DraftBuilder draft(context);
  draft.add("overview", ReportWord::heading_goals, overview_part(context),
            ReportWord::prompt_control_goals);
  draft.add("controls", ReportWord::heading_actions, control_part(context, year),
            ReportWord::prompt_actions);
  draft.add("who-when", ReportWord::heading_who_when, control_calendar_part(context, year),
            ReportWord::prompt_write);
  draft.add("outcomes", ReportWord::heading_follow_up, control_outcome_part(context, year),
            ReportWord::prompt_results);
  draft.add("uncontrolled", ReportWord::heading_uncontrolled, uncontrolled_part(context, year),
            ReportWord::prompt_uncontrolled);
  std::vector<Plan> plans = context.handbook().plans;
  std::erase_if(plans, [](const Plan& plan) { return plan.kind != PlanKind::internal_control; });
  draft.add_demanded(sections_of_type(context.handbook(), plans));
  return draft.take();
}

}  // namespace

std::variant<ReportDraft, ReportProblem> draft_report(const Handbook& handbook, Date day,
                                                      const ReportRequest& request) {
  const auto* const top = handbook.find_unit(request.unit);
  if (!request.unit.empty() && top == nullptr) return ReportProblem::no_such_unit;
  const auto period = period_of(handbook, day, request);
  if (!period) {
    const bool is_counted = request.topic == ReportTopic::tertial && request.period > 0;
    return is_counted ? ReportProblem::no_such_period : ReportProblem::not_begun;
  }
  std::vector<RegimeId> under;
  if (request.topic == ReportTopic::safety) under = handbook.settings.yearly.safety_report_regimes;
  if (request.topic == ReportTopic::safety && under.empty()) return ReportProblem::no_care;
  ReportContext context(handbook, *period, {top, std::move(under)});
  switch (request.topic) {
    case ReportTopic::safety: return draft_safety(context, request.year);
    case ReportTopic::quality: return draft_quality(context, request.year);
    case ReportTopic::tertial: return draft_tertial(context);
    case ReportTopic::control: return draft_control(context, request.year);
  }
  return ReportProblem::no_such_period;
}

}  // namespace handbok
