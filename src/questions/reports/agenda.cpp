// Material for a forum's meeting: its standing agenda with what the registers have for each point,
// what has been raised to it, what it has not yet been told, and what happens before it meets
// again.

#include <algorithm>
#include <set>

#include "base/strings.hpp"
#include "derive/action_state.hpp"
#include "derive/agenda_rows.hpp"
#include "derive/calendar_days.hpp"
#include "questions/due.hpp"
#include "questions/reports/draft_builder.hpp"
#include "questions/reports/draft_report.hpp"
#include "questions/reports/report_parts.hpp"
#include "text/slug.hpp"

namespace handbok {
namespace {

using Rows = std::vector<std::vector<std::string>>;

bool is_open(const Action& action, Date day) {
  const bool is_settled = is_done_on(action, day) && action.effect != ActionEffect::unchecked;
  return is_alive_on(action, day) && !is_settled;
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

/// The actions of the forum's roles that are late, or due before the meeting.
std::string late_part(const ReportContext& context, const Forum& forum, Date meeting) {
  return action_table(context, open_actions(context, [&](const Action& action) {
                        const bool is_late = !is_done_on(action, context.period().last()) &&
                                             action.due_on && *action.due_on < meeting;
                        return is_late && action.escalated_to != forum.id &&
                               includes(forum.roles, action.responsible);
                      }));
}

/// True if some compilation has been fed back to the forum: then it expects the others too.
bool is_fed_back_to(const Handbook& handbook, const Forum& forum) {
  return std::ranges::any_of(handbook.compilations, [&](const Compilation& compilation) {
    return std::ranges::any_of(compilation.feedback, [&](const Feedback& feedback) {
      return includes(feedback.to, forum.id);
    });
  });
}

std::string feedback_part(const ReportContext& context, const Forum& forum) {
  const auto day = context.period().last();
  std::vector<std::string> lines;
  for (const auto& compilation : context.handbook().compilations) {
    const bool is_analysed = compilation.analysed_on && *compilation.analysed_on <= day;
    if (!is_analysed || compilation.was_told_to(forum.id, day)) continue;
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
        row.owners, [&](const RoleId& role) { return includes(forum.roles, role); });
    if (!is_theirs || next <= row.on || row.id == forum.id) continue;
    rows.push_back(
        {row.on.to_string(), markdown_text(row.id + " " + row.title), context.roles(row.owners)});
  }
  if (rows.empty()) return context.say(ReportWord::nothing_registered);
  return markdown_table({context.say(ReportWord::column_day), context.say(ReportWord::column_what),
                         context.say(ReportWord::column_who)},
                        rows);
}

std::string state_text(const ReportContext& context, const AgendaRow& row) {
  const auto on = row.on ? row.on->to_string() : std::string();
  switch (row.state) {
    case AgendaState::none: return {};
    case AgendaState::open: return context.say(ReportWord::point_open);
    case AgendaState::late: return context.say(ReportWord::action_late);
    case AgendaState::before_meeting: return context.say(ReportWord::due_before_meeting, {on});
    case AgendaState::effect_check: return context.say(ReportWord::point_effect_check);
    case AgendaState::undecided: return context.say(ReportWord::point_undecided);
    case AgendaState::not_known: return context.say(ReportWord::not_known);
    case AgendaState::result_ok: return context.say(ReportWord::outcome_ok);
    case AgendaState::result_partly: return context.say(ReportWord::outcome_partly);
    case AgendaState::result_not_ok: return context.say(ReportWord::outcome_not_ok);
    case AgendaState::gap: return context.say(ReportWord::gap);
    case AgendaState::partly: return context.say(ReportWord::partly);
    case AgendaState::in_review: return context.say(ReportWord::point_in_review);
    case AgendaState::begins: return context.say(ReportWord::point_begins, {on});
    case AgendaState::ends: return context.say(ReportWord::point_ends, {on});
  }
  return {};
}

/// "försenad: 95 %. Bättre än i juni."
std::string state_cell(const ReportContext& context, const AgendaRow& row) {
  auto state = state_text(context, row);
  if (row.detail.empty()) return state;
  const auto detail = markdown_text(row.detail);
  return state.empty() ? detail : state.append(": ").append(detail);
}

/// What a standing point lists; nothing for one that is a heading only.
std::string point_part(const ReportContext& context, const Forum& forum, const AgendaPoint& point,
                       const MeetingSpan& span) {
  if (point.lists.empty()) return {};
  Rows rows;
  for (const auto& row : agenda_rows(context.view(), forum, point, span)) {
    const bool is_document = context.handbook().find_document(row.id) != nullptr;
    auto name = markdown_text(row.title.empty() ? row.id : row.id + " " + row.title);
    rows.push_back({is_document ? context.entity(row.id) : std::move(name),
                    context.roles(row.owners), row.on ? row.on->to_string() : std::string(),
                    state_cell(context, row)});
  }
  if (rows.empty()) return context.say(ReportWord::nothing_registered);
  return markdown_table(
      {context.say(ReportWord::column_what), context.say(ReportWord::column_who),
       context.say(ReportWord::column_day), context.say(ReportWord::column_state)},
      rows);
}

/// Adds the standing points. A stretch is named by the words of its point, so that what somebody
/// wrote below it stays there when the points change places.
void add_points(DraftBuilder& draft, const ReportContext& context, const Forum& forum,
                const MeetingSpan& span) {
  std::set<std::string> names;
  for (const auto& point : forum.agenda) {
    auto name = "point-" + slug(point.title);
    while (!point.lists.empty() && !names.insert(name).second)
      name += "-2";
    draft.add_own(point.lists.empty() ? std::string() : name, point.title,
                  point_part(context, forum, point, span), ReportWord::prompt_write);
  }
}

/// True if some point lists it already.
bool has_point_for(const Forum& forum, AgendaSubject subject) {
  return std::ranges::any_of(forum.agenda, [&](const AgendaPoint& point) {
    return !point.only_own && std::ranges::find(point.lists, subject) != point.lists.end();
  });
}

/// The participants, how often they meet and, if the meeting lies ahead, what that means.
std::string meeting_part(const ReportContext& context, const Forum& forum,
                         const MeetingSpan& span) {
  std::vector<std::string> roles;
  for (const auto& role : forum.roles)
    roles.push_back(context.role(role));
  const auto known_on = context.view().day();
  auto ahead = known_on == span.meeting
                   ? std::string()
                   : context.say(ReportWord::meeting_ahead,
                                 {span.meeting.to_string(), known_on.to_string()});
  return paragraphs(
      {markdown_text(forum.name), markdown_list(roles),
       context.say(ReportWord::next_meeting,
                   {every_text(context, std::max(forum.every_months, 1)), span.next.to_string()}),
       std::move(ahead)});
}

}  // namespace

std::optional<ReportDraft> draft_agenda(const Handbook& handbook, Date day,
                                        std::string_view forum_id, std::optional<Date> today) {
  const auto* const forum = handbook.find_forum(forum_id);
  if (forum == nullptr) return std::nullopt;
  const auto span = span_of(*forum, day);
  const auto known_on = std::min(today.value_or(day), day);
  ReportContext context(handbook, {span.since, day.plus_days(1), known_on}, {}, day);
  DraftBuilder draft(context);
  draft.add("participants", ReportWord::heading_participants, meeting_part(context, *forum, span),
            ReportWord::prompt_write);
  add_points(draft, context, *forum, span);
  if (!has_point_for(*forum, AgendaSubject::raised_actions)) {
    draft.add("raised", ReportWord::heading_raised, raised_part(context, *forum),
              ReportWord::prompt_decisions);
  }
  if (!has_point_for(*forum, AgendaSubject::late_actions)) {
    draft.add("late-actions", ReportWord::heading_actions, late_part(context, *forum, day),
              ReportWord::prompt_decisions);
  }
  if (!has_point_for(*forum, AgendaSubject::untold_compilations)) {
    draft.add("feedback", ReportWord::heading_feedback, feedback_part(context, *forum),
              ReportWord::prompt_write);
  }
  draft.add("before-next", ReportWord::heading_before_next,
            before_next_part(context, *forum, span.next), ReportWord::prompt_write);
  return draft.take();
}

std::optional<ReportDraft> draft_next_agenda(const Handbook& handbook, std::string_view forum_id,
                                             Date today) {
  const auto* const forum = handbook.find_forum(forum_id);
  if (forum == nullptr) return std::nullopt;
  return draft_agenda(handbook, next_meeting(*forum, today).value_or(today), forum_id, today);
}

}  // namespace handbok
