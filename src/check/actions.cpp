// Whether shortcomings are mended, in time and with effect (SOSFS 2011:9 5:6–5:8).

#include <algorithm>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/action_state.hpp"
#include "derive/compilation_periods.hpp"
#include "derive/reach.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"

namespace handbok {
namespace {

constexpr int decision_days_max = 60;  // domain.md 1.2, finding.no-decision

CheckReport action_report(const Action& action, Code code, std::vector<std::string> what) {
  CheckReport report{code, action.location, std::move(what), {action.id}};
  report.subject = action.id;
  report.owner = action.responsible;
  return report;
}

/// The actions that are known on the day and not cancelled.
std::vector<const Action*> present_actions(const CheckContext& context) {
  std::vector<const Action*> actions;
  for (const auto& action : context.handbook().actions) {
    if (is_alive_on(action, context.day())) actions.push_back(&action);
  }
  return actions;
}

std::vector<std::string> missing_keys(const Action& action) {
  std::vector<std::string> keys;
  if (action.responsible.empty()) keys.emplace_back("responsible");
  if (!action.due_on) keys.emplace_back("due_on");
  if (action.origin == ActionOrigin::unknown) keys.emplace_back("origin");
  return keys;
}

bool is_analysed_on(const Compilation* compilation, Date day) {
  return compilation != nullptr && compilation->analysed_on && *compilation->analysed_on <= day;
}

}  // namespace

void check_action_incomplete(CheckContext& context) {
  for (const auto* const action : present_actions(context)) {
    const auto keys = join(missing_keys(*action), ", ");
    if (keys.empty()) continue;
    auto report = action_report(*action, Code::action_incomplete, {action->id, keys});
    report.remedy = {keys};
    context.report_entry(std::move(report));
  }
}

void check_action_overdue(CheckContext& context) {
  const auto day = context.day();
  for (const auto* const action : present_actions(context)) {
    const bool is_late = action->due_on && *action->due_on < day && !is_done_on(*action, day);
    if (!is_late) continue;
    const auto days = days_slot(days_between(*action->due_on, day));
    context.report_entry(action_report(*action, Code::action_overdue,
                                       {action->id, action->due_on->to_string(), days}));
  }
}

void check_action_effect_unchecked(CheckContext& context) {
  const auto day = context.day();
  for (const auto* const action : present_actions(context)) {
    const bool is_due = action->effect_check_on && *action->effect_check_on < day;
    const bool is_unchecked = action->effect == ActionEffect::unchecked;
    if (!is_due || !is_unchecked || !is_done_on(*action, day)) continue;
    context.report_entry(action_report(*action, Code::action_effect_unchecked,
                                       {action->id, action->effect_check_on->to_string()}));
  }
}

void check_finding_no_decision(CheckContext& context) {
  for (const auto& finding : context.handbook().findings) {
    if (finding.verdict != Verdict::unfit) continue;
    const int days = days_between(finding.found_on, context.day());
    if (days <= decision_days_max || is_decided(context.view(), finding)) continue;
    CheckReport report{Code::finding_no_decision,
                       finding.location,
                       {finding.id, finding.about, finding.found_on.to_string()},
                       {finding.id, finding.id}};
    report.subject = finding.id;
    const auto* const document = context.view().find(finding.about);
    if (document != nullptr && document->shown != nullptr) {
      const auto& text = *document->shown;
      report.units = units_where(context.view().units(), {text.unit}, [&](const OrgUnit& unit) {
        return reaches(context.view().units(), text, unit);
      });
    }
    report.lacking_on = finding.found_on.plus_days(decision_days_max);
    context.report_entry(std::move(report));
  }
}

void check_analysis_missing(CheckContext& context) {
  const auto& handbook = context.handbook();
  const auto& rule = handbook.settings.compilations;
  for (const auto& period : compilation_periods(rule, context.day())) {
    const auto* const compilation = handbook.find_compilation(period.id);
    if (context.day() <= period.due_on || is_analysed_on(compilation, context.day())) continue;
    CheckReport report{Code::analysis_missing,
                       {"registers/compilations.toml", 0, 0},
                       {period.id, period.first_day.to_string(),
                        period.until.plus_days(-1).to_string(), period.due_on.to_string()},
                       {period.id}};
    if (compilation != nullptr) report.location = compilation->location;
    report.lacking_on = period.due_on;
    report.subject = period.id;
    report.owner = rule.owner;
    if (!rule.unit.empty()) report.units = {rule.unit};
    context.report_entry(std::move(report));
  }
}

}  // namespace handbok
