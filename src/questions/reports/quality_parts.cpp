// Self-checks, risks, actions and goals of a period.

#include <algorithm>

#include "base/strings.hpp"
#include "derive/action_state.hpp"
#include "derive/agenda_rows.hpp"
#include "derive/missing_history.hpp"
#include "derive/risk_value.hpp"
#include "derive/self_check_days.hpp"
#include "questions/reports/report_parts.hpp"

namespace handbok {
namespace {

std::string outcome_text(const ReportContext& context, CheckOutcome outcome) {
  switch (outcome) {
    case CheckOutcome::ok: return context.say(ReportWord::outcome_ok);
    case CheckOutcome::partly: return context.say(ReportWord::outcome_partly);
    case CheckOutcome::not_ok: return context.say(ReportWord::outcome_not_ok);
  }
  return {};
}

/// Whose result it is: the unit's name, or that it is of all together; empty if that is plain.
template <typename Result>
std::string holder_text(const ReportContext& context, const Result& result) {
  if (const auto* const unit = context.handbook().find_unit(result.unit))
    return markdown_text(unit->name);
  if (result.together) return context.say(ReportWord::together);
  return context.scope().top == nullptr ? std::string() : context.say(ReportWord::unsaid);
}

/// "2026-09-30, Lönnbacken: delvis, 95 %. Bättre än i juni."
std::string result_text(const ReportContext& context, const CheckOccurrence& result) {
  auto text = result.done_on.to_string();
  if (const auto holder = holder_text(context, result); !holder.empty())
    text.append(", ").append(holder);
  text.append(": ").append(outcome_text(context, result.outcome));
  if (!result.value.empty()) text.append(", ").append(markdown_text(result.value));
  if (!result.analysis.empty()) text.append(". ").append(markdown_text(result.analysis));
  return text;
}

/// The results of the last planned day that was answered: one, or one for each unit.
std::string last_result(const ReportContext& context, const SelfCheckFigures& figures) {
  if (figures.occurrences.empty())
    return context.say_none(ReportWord::no_result, context.period().from, "self_checks");
  std::vector<std::string> results;
  for (const auto* const result : figures.occurrences) {
    const bool is_of_last = result->due_on == figures.occurrences.back()->due_on;
    const bool is_of_unit = !result->unit.empty();
    if (is_of_last && (is_of_unit || result == figures.occurrences.back()))
      results.push_back(result_text(context, *result));
  }
  return join(results, "; ");
}

std::string effect_text(const ReportContext& context, const Action& action) {
  const bool is_known =
      !action.effect_check_on || *action.effect_check_on <= context.period().last();
  const auto effect = is_known ? action.effect : ActionEffect::unchecked;
  switch (effect) {
    case ActionEffect::effective: return context.say(ReportWord::effect_effective);
    case ActionEffect::partly: return context.say(ReportWord::effect_partly);
    case ActionEffect::ineffective: return context.say(ReportWord::effect_ineffective);
    case ActionEffect::unchecked:
      return action.effect_check_on ? context.say(ReportWord::effect_unchecked) : std::string();
  }
  return {};
}

void miss_action(ReportContext& context, const Action& action) {
  const auto last = context.period().last();
  if (!is_done_on(action, last)) {
    if (action.due_on && *action.due_on < last) {
      context.deny(ReportWord::missing_action,
                   {action.id, action.title, action.due_on->to_string()});
    }
    return;
  }
  const bool is_unjudged = action.effect == ActionEffect::unchecked && action.effect_check_on &&
                           *action.effect_check_on < last;
  if (is_unjudged) {
    context.deny(ReportWord::missing_effect,
                 {action.id, action.title, action.effect_check_on->to_string()});
  }
}

std::string origin_text(const ReportContext& context, const Action& action) {
  return action.origin_id.empty() ? std::string() : context.entity(action.origin_id);
}

bool is_in_scope_of(const ReportContext& context, const Goal& goal) {
  if (context.scope().top == nullptr || goal.units.empty()) return true;
  return std::ranges::any_of(goal.units, [&](const UnitId& unit) {
    return is_of_scope(context.handbook(), unit, context.period().last(), context.scope());
  });
}

/// The outcomes of the period that are of the scope, "2026-T1, Lönnbacken: 88 %".
std::string outcomes_text(const ReportContext& context, const Goal& goal) {
  std::vector<std::string> outcomes;
  for (const auto& outcome : goal.outcomes) {
    if (outcome.on < context.period().from || context.period().known_on < outcome.on) continue;
    if (!is_of_scope(context.handbook(), outcome.unit, outcome.on, context.scope())) continue;
    auto text = markdown_text(outcome.period);
    if (const auto holder = holder_text(context, outcome); !holder.empty())
      text.append(", ").append(holder);
    outcomes.push_back(text.append(": ").append(markdown_text(outcome.value)));
  }
  return join(outcomes, "; ");
}

/// What handled the risk on the last day of the period, in the unit if the draft is about one: what
/// was decided later does not count.
std::vector<std::string> handlers_of(const ReportContext& context, const Risk& risk) {
  const auto* const top = context.scope().top;
  const bool is_one = top != nullptr && context.view().units().is_operative(*top);
  auto handlers = working_handlers(context.view(), risk);
  return is_one ? handlers_in(context.view(), std::move(handlers), *top) : handlers;
}

void miss_about_risk(ReportContext& context, const RiskFigures& figures) {
  const auto& risk = *figures.risk;
  if (figures.is_closed) return;
  if (!figures.is_assessed) context.deny(ReportWord::missing_assessment, {risk.id, risk.event});
  const bool is_handled = !handlers_of(context, risk).empty() || is_accepted(context.view(), risk);
  if (figures.after.must_be_handled && !is_handled) {
    context.deny(ReportWord::missing_handling,
                 {risk.id, risk.event, std::to_string(figures.after.value)});
  }
}

}  // namespace

std::string value_text(const ReportContext& context, const RiskValue& value, Date day) {
  if (value.assessment == nullptr || value.value == 0)
    return context.say_none(ReportWord::not_assessed, day, "risks");
  auto number = std::to_string(value.value);
  if (value.band == nullptr) return number;
  return context.say(ReportWord::value_band, {number, markdown_text(value.band->name)});
}

std::string handling_text(const ReportContext& context, const Risk& risk) {
  const auto handlers = handlers_of(context, risk);
  if (!handlers.empty()) return context.entities(handlers);
  if (is_accepted(context.view(), risk))
    return context.say(ReportWord::risk_accepted, {context.role(risk.accepted_by)});
  return context.say_none(ReportWord::risk_not_handled, context.view().day(), "risks");
}

std::string action_state_text(const ReportContext& context, const Action& action) {
  const auto last = context.period().last();
  if (is_done_on(action, last)) {
    return context.say(ReportWord::action_done,
                       {action.done_on ? action.done_on->to_string() : std::string()});
  }
  if (!action.due_on) return context.say(ReportWord::action_open);
  const auto state = state_of_deadline(*action.due_on, last, context.meeting().value_or(last));
  const bool is_told = is_known(context.view(), context.view().day(), "actions");
  if (state == AgendaState::late && is_told) return context.say(ReportWord::action_late);
  if (state != AgendaState::before_meeting) return context.say(ReportWord::action_open);
  return context.say(ReportWord::due_before_meeting, {action.due_on->to_string()});
}

std::string every_text(const ReportContext& context, int months) {
  constexpr int year = 12;
  if (months == 1) return context.say(ReportWord::every_month);
  if (months == year) return context.say(ReportWord::every_year);
  if (months <= 0) return {};
  return context.say(ReportWord::every_months, {std::to_string(months)});
}

std::string self_check_part(ReportContext& context) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& figures :
       self_checks_in_period(context.handbook(), context.period(), context.scope())) {
    const auto& check = *figures.check;
    const auto planned = std::to_string(figures.planned);
    auto made = std::to_string(figures.answered);
    const auto add = [&](int number, ReportWord word) {
      if (number > 0)
        made.append(" (").append(std::to_string(number)).append(" ").append(context.say(word)) +=
            ")";
    };
    add(figures.unsaid, ReportWord::unsaid);
    add(figures.unknown, ReportWord::not_known);
    rows.push_back({markdown_text(check.id + " " + check.what), planned, std::move(made),
                    last_result(context, figures)});
    if (figures.missing() > 0) {
      context.miss(ReportWord::missing_results,
                   {check.id, check.what, std::to_string(figures.missing()), planned});
    }
  }
  if (rows.empty()) return context.say(ReportWord::nothing_registered);
  return markdown_table(
      {context.say(ReportWord::column_self_check), context.say(ReportWord::column_planned),
       context.say(ReportWord::column_made), context.say(ReportWord::column_last_result)},
      rows);
}

std::string risk_part(ReportContext& context) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& figures :
       risks_in_period(context.handbook(), context.period(), context.scope())) {
    const auto& risk = *figures.risk;
    auto after = value_text(context, figures.after, context.view().day());
    if (figures.is_closed)
      after = context.say(ReportWord::risk_closed, {risk.closed_on->to_string()});
    rows.push_back({markdown_text(risk.id + " " + risk.event),
                    value_text(context, figures.before, context.period().from.plus_days(-1)), after,
                    handling_text(context, risk)});
    miss_about_risk(context, figures);
  }
  if (rows.empty()) return context.say(ReportWord::nothing_registered);
  return markdown_table(
      {context.say(ReportWord::column_risk), context.say(ReportWord::column_before),
       context.say(ReportWord::column_after), context.say(ReportWord::column_handled)},
      rows);
}

std::string action_part(ReportContext& context) {
  std::vector<std::vector<std::string>> rows;
  for (const auto* const action :
       actions_in_period(context.handbook(), context.period(), context.scope())) {
    rows.push_back({markdown_text(action->id + " " + action->title), origin_text(context, *action),
                    context.role(action->responsible), action_state_text(context, *action),
                    effect_text(context, *action)});
    miss_action(context, *action);
  }
  if (rows.empty()) return context.say(ReportWord::nothing_registered);
  return markdown_table(
      {context.say(ReportWord::column_action), context.say(ReportWord::column_source),
       context.say(ReportWord::column_who), context.say(ReportWord::column_state),
       context.say(ReportWord::column_effect)},
      rows);
}

std::string goal_part(ReportContext& context) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& goal : context.handbook().goals) {
    if (!was_valid_in(goal, context.period()) || !is_in_scope_of(context, goal)) continue;
    auto outcomes = outcomes_text(context, goal);
    if (outcomes.empty()) context.miss(ReportWord::missing_outcome, {goal.id, goal.title});
    rows.push_back({markdown_text(goal.id + " " + goal.title), markdown_text(goal.target),
                    std::move(outcomes)});
  }
  if (rows.empty()) return context.say(ReportWord::nothing_registered);
  return markdown_table(
      {context.say(ReportWord::column_goal), context.say(ReportWord::column_target),
       context.say(ReportWord::column_outcome)},
      rows);
}

}  // namespace handbok
