// Material for a forum's meeting: its standing agenda, what has been raised to it, what it has not
// yet been told, and what happens before it meets again.

#include <algorithm>

#include "app/due.hpp"
#include "app/reports/draft_builder.hpp"
#include "app/reports/draft_report.hpp"
#include "app/reports/report_parts.hpp"
#include "derive/action_state.hpp"
#include "derive/forum_days.hpp"
#include "load/load.hpp"

namespace handbok {
namespace {

using Rows = std::vector<std::vector<std::string>>;

bool holds(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

bool is_open(const Action& action, Date day) {
  const bool is_settled = is_done_on(action, day) && action.effect != ActionEffect::unchecked;
  return is_known_on(action, day) && action.status != ActionStatus::cancelled && !is_settled;
}

std::string action_table(const ReportContext& context, const std::vector<const Action*>& actions) {
  Rows rows;
  for (const auto* const action : actions) {
    rows.push_back({markdown_text(action->id + " " + action->title),
                    context.role(action->responsible), action_state_text(context, *action),
                    action->due_on ? action->due_on->to_string() : std::string()});
  }
  if (rows.empty()) return context.say(ReportWord::nothing_registered);
  return markdown_table(
      {context.say(ReportWord::column_action), context.say(ReportWord::column_who),
       context.say(ReportWord::column_state), context.say(ReportWord::column_due)},
      rows);
}

template <typename Predicate>
std::vector<const Action*> open_actions(const ReportContext& context, Predicate is_wanted) {
  std::vector<const Action*> actions;
  for (const auto& action : context.handbook().actions) {
    if (is_open(action, context.period().last()) && is_wanted(action)) actions.push_back(&action);
  }
  return actions;
}

std::string raised_part(const ReportContext& context, const Forum& forum) {
  return action_table(context, open_actions(context, [&](const Action& action) {
                        return action.escalated_to == forum.id;
                      }));
}

/// The late actions of the forum's roles.
std::string late_part(const ReportContext& context, const Forum& forum) {
  return action_table(
      context, open_actions(context, [&](const Action& action) {
        const bool is_late = !is_done_on(action, context.period().last()) && action.due_on &&
                             *action.due_on < context.period().last();
        return is_late && action.escalated_to != forum.id && holds(forum.roles, action.responsible);
      }));
}

bool is_told(const Compilation& compilation, const Forum& forum, Date day) {
  return std::ranges::any_of(compilation.feedback, [&](const Feedback& feedback) {
    return feedback.to == forum.id && feedback.on <= day;
  });
}

/// True if some compilation has been fed back to the forum: then it expects the others too.
bool is_fed_back_to(const Handbook& handbook, const Forum& forum) {
  return std::ranges::any_of(handbook.compilations, [&](const Compilation& compilation) {
    return std::ranges::find(compilation.feedback, forum.id, &Feedback::to) !=
           compilation.feedback.end();
  });
}

std::string feedback_part(const ReportContext& context, const Forum& forum) {
  const auto day = context.period().last();
  std::vector<std::string> lines;
  for (const auto& compilation : context.handbook().compilations) {
    const bool is_analysed = compilation.analysed_on && *compilation.analysed_on <= day;
    if (!is_analysed || is_told(compilation, forum, day)) continue;
    lines.push_back(markdown_text(compilation.id + ": " + compilation.analysis));
  }
  if (lines.empty() || !is_fed_back_to(context.handbook(), forum))
    return context.say(ReportWord::nothing_registered);
  return markdown_list(lines);
}

/// What the forum's roles do, by the calendar and the registers, before it meets again.
std::string before_next_part(const ReportContext& context, const Forum& forum, Date next) {
  const auto day = context.period().last();
  const int days = days_between(day, next);
  Rows rows;
  for (const auto& row : planned_rows(context.view(), {days, {}, nullptr, context.language()})) {
    const bool is_theirs = std::ranges::any_of(
        row.owners, [&](const RoleId& role) { return holds(forum.roles, role); });
    if (!is_theirs || next <= row.on || row.id == forum.id) continue;
    rows.push_back(
        {row.on.to_string(), markdown_text(row.id + " " + row.title), context.roles(row.owners)});
  }
  if (rows.empty()) return context.say(ReportWord::nothing_registered);
  return markdown_table({context.say(ReportWord::column_day), context.say(ReportWord::column_what),
                         context.say(ReportWord::column_who)},
                        rows);
}

}  // namespace

std::optional<ReportDraft> draft_agenda(const Handbook& handbook, Date day,
                                        std::string_view forum_id) {
  const auto* const forum = handbook.find_forum(forum_id);
  if (forum == nullptr) return std::nullopt;
  const int months = std::max(forum->every_months, 1);
  const auto next = next_meeting(*forum, day.plus_days(1)).value_or(day.plus_months(months));
  ReportContext context(handbook, {day.plus_months(-months), day.plus_days(1), day}, {});
  DraftBuilder draft(context);
  std::vector<std::string> roles;
  for (const auto& role : forum->roles)
    roles.push_back(context.role(role));
  draft.add("participants", ReportWord::heading_participants,
            paragraphs({markdown_text(forum->name), markdown_list(roles),
                        context.say(ReportWord::next_meeting,
                                    {every_text(context, months), next.to_string()})}),
            ReportWord::prompt_write);
  for (const auto& point : forum->agenda)
    draft.add_own(point, ReportWord::prompt_write);
  draft.add("raised", ReportWord::heading_raised, raised_part(context, *forum),
            ReportWord::prompt_decisions);
  draft.add("late-actions", ReportWord::heading_actions, late_part(context, *forum),
            ReportWord::prompt_decisions);
  draft.add("feedback", ReportWord::heading_feedback, feedback_part(context, *forum),
            ReportWord::prompt_write);
  draft.add("before-next", ReportWord::heading_before_next, before_next_part(context, *forum, next),
            ReportWord::prompt_write);
  return draft.take();
}

std::optional<ReportDraft> ask_agenda(const FileTree& sources, Date day, std::string_view forum) {
  Diagnostics ignored;  // `check` tells what is wrong
  return draft_agenda(load(sources, ignored), day, forum);
}

}  // namespace handbok
