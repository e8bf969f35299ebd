// Whether risks are judged, judged again and handled (SOSFS 2011:9 5:1).

#include <algorithm>
#include <utility>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/risk_value.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

CheckReport risk_report(const Risk& risk, Code code, std::vector<std::string> what,
                        std::vector<std::string> remedy = {}) {
  CheckReport report{code, risk.location, std::move(what), std::move(remedy)};
  report.subject = risk.id;
  report.owner = risk.owner;
  return report;
}

std::vector<const Risk*> open_risks(const CheckContext& context) {
  std::vector<const Risk*> risks;
  for (const auto& risk : context.handbook().risks) {
    if (is_open_on(risk, context.day())) risks.push_back(&risk);
  }
  return risks;
}

/// The numbers that an assessment of the risk leaves out, each named once. All assessments count,
/// whatever the day: the calendar alone must never cause an error.
std::vector<std::string> numbers_left_out(const Risk& risk) {
  const auto lacks = [&](int RiskAssessment::*number) {
    return std::ranges::find(risk.assessments, 0, number) != risk.assessments.end();
  };
  std::vector<std::string> names;
  if (lacks(&RiskAssessment::probability)) names.emplace_back("probability");
  if (lacks(&RiskAssessment::consequence)) names.emplace_back("consequence");
  return names;
}

std::vector<std::string> words_left_out(const Risk& risk) {
  std::vector<std::string> names;
  if (risk.assessments.empty()) names.emplace_back("assessment");
  if (trim(risk.consequence_text).empty()) names.emplace_back("consequence_text");
  return names;
}

void report_off_scale(CheckContext& context, const Risk& risk, int number,
                      const std::vector<std::string>& steps) {
  if (number == 0 || is_step(steps, number)) return;
  context.report_entry(risk_report(
      risk, Code::risk_scale, {risk.id, std::to_string(number), std::to_string(steps.size())}));
}

/// Reports a risk to be handled that none of those takes care of, in the units that it concerns;
/// the sentence begins with its id and value.
void report_unhandled(CheckContext& context, const Risk& risk,
                      const std::vector<std::string>& handlers, CheckReport report) {
  const auto& view = context.view();
  const auto missing =
      missing_in(view.units(), !handlers.empty(), [&](const OrgUnit& unit) -> std::optional<bool> {
        if (!concerns(view.units(), risk, unit)) return std::nullopt;
        return handlers_in(view, handlers, unit).empty();
      });
  if (!missing) return;
  report.what.front() = named_in(risk.id, missing->names);
  if (!missing->names.empty()) report.units = missing->ids;
  context.report_entry(std::move(report));
}

/// The open risks that must be handled and that nobody has accepted, each with how it is judged.
std::vector<std::pair<const Risk*, RiskValue>> risks_to_handle(const CheckContext& context) {
  std::vector<std::pair<const Risk*, RiskValue>> risks;
  for (const auto* const risk : open_risks(context)) {
    const auto value = risk_value_on(context.handbook().settings, *risk, context.day());
    if (value.must_be_handled && !is_accepted(context.view(), *risk))
      risks.emplace_back(risk, value);
  }
  return risks;
}

/// The day by which a risk of the exercise of a year should have been judged in the next one. No
/// setting says when the exercise is held, so the risk tells: it is held in the month in which the
/// risk was last assessed in its own year or before, and in December if it never was. The day is
/// the last one of that month, a year after the exercise.
Date next_exercise_end(const Risk& risk) {
  constexpr int december = 12;
  const int year = *risk.exercise_year;
  int month = december;
  for (const auto& assessment : risk.assessments) {
    if (assessment.on.year() <= year) month = assessment.on.month();
  }
  const auto first = Date::from_ymd(year + 1, month, 1).value_or(Date{});
  return first.plus_months(1).plus_days(-1);
}

bool is_assessed_after(const Risk& risk, int year, Date day) {
  const auto* const latest = assessment_on(risk, day);
  return latest != nullptr && latest->on.year() > year;
}

}  // namespace

void check_risk_incomplete(CheckContext& context) {
  for (const auto& risk : context.handbook().risks) {
    if (const auto numbers = numbers_left_out(risk); !numbers.empty()) {
      auto report = risk_report(risk, Code::risk_incomplete, {risk.id, join(numbers, ", ")});
      report.severity = Severity::error;
      context.report_entry(std::move(report));
    }
  }
  for (const auto* const risk : open_risks(context)) {
    const auto words = words_left_out(*risk);
    if (words.empty() || !numbers_left_out(*risk).empty()) continue;
    context.report_entry(risk_report(*risk, Code::risk_incomplete, {risk->id, join(words, ", ")}));
  }
}

/// All assessments count, whatever the day, as in risk.incomplete.
void check_risk_scale(CheckContext& context) {
  const auto& handbook = context.handbook();
  for (const auto& risk : handbook.risks) {
    const auto* const scale = scale_for(handbook.settings, risk.exercise);
    if (scale == nullptr) continue;
    for (const auto& assessment : risk.assessments) {
      report_off_scale(context, risk, assessment.probability, scale->probability);
      report_off_scale(context, risk, assessment.consequence, scale->consequence);
    }
  }
}

void check_risk_untreated(CheckContext& context) {
  for (const auto& [risk, value] : risks_to_handle(context)) {
    report_unhandled(context, *risk, working_handlers(context.view(), *risk),
                     risk_report(*risk, Code::risk_untreated,
                                 {risk->id, std::to_string(value.value),
                                  std::to_string(value.scale->threshold)}));
  }
}

/// What a risk names as its handling, but what is for another risk by its own row.
void check_risk_ends_disagree(CheckContext& context) {
  const auto& handbook = context.handbook();
  for (const auto* const risk : open_risks(context)) {
    for (const auto& id : risk->handled_by) {
      const auto other = other_risk_of(handbook, *risk, id);
      if (other.empty()) continue;
      context.report_entry(
          risk_report(*risk, Code::risk_ends_disagree, {risk->id, id, other}, {id, risk->id}));
    }
  }
}

void check_risk_no_handling(CheckContext& context) {
  for (const auto* const risk : open_risks(context)) {
    if (risk->handled_in != GoverningProcess::unchosen) continue;
    context.report_entry(risk_report(*risk, Code::risk_no_handling, {risk->id}));
  }
}

void check_risk_reassess_overdue(CheckContext& context) {
  for (const auto* const risk : open_risks(context)) {
    const auto* const latest = assessment_on(*risk, context.day());
    if (latest == nullptr || risk->reassess_months <= 0) continue;
    const auto due = latest->on.plus_months(risk->reassess_months);
    if (context.day() <= due) continue;
    auto report = risk_report(*risk, Code::risk_reassess_overdue,
                              {risk->id, latest->on.to_string(), due.to_string()}, {risk->id});
    report.lacking_on = due;
    context.report_entry(std::move(report));
  }
}

void check_risk_carry_over(CheckContext& context) {
  for (const auto* const risk : open_risks(context)) {
    if (risk->exercise != RiskExercise::vor || !risk->exercise_year) continue;
    const int year = *risk->exercise_year;
    const auto due = next_exercise_end(*risk);
    if (context.day() <= due || is_assessed_after(*risk, year, context.day())) continue;
    auto report =
        risk_report(*risk, Code::risk_carry_over,
                    {risk->id, std::to_string(year), std::to_string(year + 1)}, {risk->id});
    report.lacking_on = due;
    context.report_entry(std::move(report));
  }
}

void check_ikp_uncovered(CheckContext& context) {
  for (const auto& [risk, value] : risks_to_handle(context)) {
    const bool is_meant = risk->exercise == RiskExercise::vor &&
                          risk->handled_in == GoverningProcess::internal_control;
    if (!is_meant) continue;
    auto controls = working_handlers(context.view(), *risk);
    std::erase_if(controls, [&](const std::string& id) {
      return find_by_id(context.handbook().control_items, id) == nullptr;
    });
    report_unhandled(context, *risk, controls,
                     risk_report(*risk, Code::ikp_uncovered,
                                 {risk->id, std::to_string(value.value)}, {risk->id}));
  }
}

}  // namespace handbok
