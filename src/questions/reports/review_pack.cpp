// The pack for a review by the management: what has come in since the last one (SOSFS 2011:9, 3
// kap. 1–2 §§), and what became of its decisions.

#include <algorithm>

#include "derive/requirement_status.hpp"
#include "derive/row_days.hpp"
#include "derive/yearly_duties.hpp"
#include "questions/due.hpp"
#include "questions/reports/draft_builder.hpp"
#include "questions/reports/draft_report.hpp"
#include "questions/reports/report_parts.hpp"

namespace handbok {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// The review that is to be held, or was, on the day; nullptr if none is registered.
const ManagementReview* review_on(const Handbook& handbook, Date day) {
  const auto it = std::ranges::find_if(handbook.reviews, [&](const ManagementReview& review) {
    return review.planned_on == day || review.held_on == day;
  });
  return it == handbook.reviews.end() ? nullptr : &*it;
}

/// From the last review before the day, or else a year back; what is told is what is known then.
ReportPeriod period_before(const Handbook& handbook, Date day, Date known_on) {
  constexpr int year = 12;
  const auto* const last = last_review_held(handbook, day.plus_days(-1));
  const auto from = last == nullptr ? day.plus_months(-year) : *last->held_on;
  return {from, day.plus_days(1), known_on};
}

/// The plan that an action is in: a document, or the words of the register.
std::string plan_text(ReportContext& context, const Action& action) {
  if (!action.planned_in.empty()) return context.entity(action.planned_in);
  context.miss(ReportWord::missing_plan_for_decision, {action.id, action.title});
  return context.say(ReportWord::not_in_any_plan);
}

std::string last_review_part(ReportContext& context) {
  const auto& handbook = context.handbook();
  const auto* const last = last_review_held(handbook, context.period().last().plus_days(-1));
  if (last == nullptr) return context.say(ReportWord::no_review_before);
  Rows rows;
  for (const auto& id : last->decisions) {
    const auto* const action = handbook.find_action(id);
    if (action == nullptr) {
      rows.push_back({context.entity(id), {}, {}, {}});
      continue;
    }
    rows.push_back({markdown_text(action->id + " " + action->title),
                    context.role(action->responsible), action_state_text(context, *action),
                    plan_text(context, *action)});
  }
  return paragraphs(
      {context.say(ReportWord::last_review_was, {last->held_on->to_string(), last->id}),
       markdown_text(last->conclusion),
       markdown_table(
           {context.say(ReportWord::column_decision), context.say(ReportWord::column_who),
            context.say(ReportWord::column_state), context.say(ReportWord::column_planned_in)},
           rows)});
}

/// Late, or going to be before the meeting if nothing is done.
std::string deadline_text(const ReportContext& context, const DueRow& row) {
  const auto word = [&](ReportWord late, ReportWord before) {
    return context.say(row.days_left < 0 ? late : before, {row.on.to_string()});
  };
  if (row.kind == DueKind::review)
    return word(ReportWord::review_was_due, ReportWord::review_due_before);
  if (row.kind == DueKind::validity)
    return word(ReportWord::ran_out_on, ReportWord::runs_out_before);
  return word(ReportWord::late_since, ReportWord::due_before_meeting);
}

/// What is late, or falls due before the meeting, of some kinds.
std::string late_part(const ReportContext& context, const std::vector<DueKind>& kinds,
                      ReportWord first_column) {
  const auto today = context.view().day();
  const auto meeting = context.meeting().value_or(today);
  Rows rows;
  for (const auto& row :
       due_rows(context.view(), {days_between(today, meeting), {}, nullptr, context.language()})) {
    if (row.on >= meeting || std::ranges::find(kinds, row.kind) == kinds.end()) continue;
    const bool is_document = row.kind == DueKind::review || row.kind == DueKind::validity;
    rows.push_back({is_document ? context.entity(row.id) : markdown_text(row.id + " " + row.title),
                    context.roles(row.owners), deadline_text(context, row)});
  }
  return markdown_table({context.say(first_column), context.say(ReportWord::column_who),
                         context.say(ReportWord::column_state)},
                        rows);
}

std::string requirement_part(const ReportContext& context) {
  Rows rows;
  for (const auto& requirement : context.handbook().requirements) {
    if (!is_valid_on(requirement, context.view().day())) continue;
    const auto status = requirement_on(context.view(), requirement).status;
    if (status != RequirementStatus::gap && status != RequirementStatus::partly) continue;
    rows.push_back(
        {markdown_text(requirement.id + " " + requirement_title(context.handbook(), requirement)),
         context.say(status == RequirementStatus::gap ? ReportWord::gap : ReportWord::partly),
         context.role(lead_role(requirement.responsible))});
  }
  if (rows.empty()) return context.say(ReportWord::nothing_registered);
  return markdown_table(
      {context.say(ReportWord::column_requirement), context.say(ReportWord::column_state),
       context.say(ReportWord::column_who)},
      rows);
}

/// What the register of sources tells of days ahead is known too.
bool is_in_period(const std::optional<Date>& day, const ReportPeriod& period) {
  return day && period.from <= *day && *day < period.until;
}

std::string law_part(const ReportContext& context) {
  Rows rows;
  for (const auto& source : context.handbook().sources) {
    const auto add = [&](ReportWord past, ReportWord ahead, const std::optional<Date>& day) {
      if (!is_in_period(day, context.period())) return;
      rows.push_back(
          {markdown_text(source.number + " " + source.title),
           context.say(*day <= context.view().day() ? past : ahead, {day->to_string()})});
    };
    add(ReportWord::began_on, ReportWord::begins_on, source.in_force_from);
    add(ReportWord::repealed_on, ReportWord::is_repealed_on, source.repealed_on);
  }
  if (rows.empty()) return context.say(ReportWord::nothing_registered);
  return markdown_table(
      {context.say(ReportWord::column_source), context.say(ReportWord::column_change)}, rows);
}

/// What the draft is about and, if the meeting lies ahead, that what is told is today's.
std::string material_part(ReportContext& context, Date day) {
  const auto known_on = context.view().day();
  if (known_on == day) return overview_part(context);
  return paragraphs({overview_part(context), context.say(ReportWord::meeting_ahead,
                                                         {day.to_string(), known_on.to_string()})});
}

std::string participants_part(const ReportContext& context, const ManagementReview* review) {
  if (review == nullptr) return {};
  std::vector<std::string> names;
  for (const auto& role : review->participants)
    names.push_back(context.role(role));
  return markdown_list(names);
}

}  // namespace

ReportDraft draft_review_pack(const Handbook& handbook, Date day, std::optional<Date> today) {
  const auto known_on = std::min(today.value_or(day), day);
  ReportContext context(handbook, period_before(handbook, day, known_on), {}, day);
  const auto* const review = review_on(handbook, day);
  DraftBuilder draft(context);
  draft.add("participants", ReportWord::heading_participants, participants_part(context, review),
            ReportWord::prompt_write);
  draft.add("overview", ReportWord::heading_material, material_part(context, day),
            ReportWord::prompt_write);
  draft.add_below("last-review", ReportWord::heading_last_review, last_review_part(context));
  draft.add_below("messages", ReportWord::heading_messages,
                  count_part(context, counted_kinds(context)));
  draft.add_below(
      "self-checks", ReportWord::heading_self_checks,
      paragraphs({late_part(context, {DueKind::self_check}, ReportWord::column_self_check),
                  self_check_part(context)}));
  draft.add_below("risks", ReportWord::heading_risks, risk_part(context));
  draft.add_below("actions", ReportWord::heading_actions, action_part(context));
  draft.add_below("goals", ReportWord::heading_goals, goal_part(context));
  draft.add_below("requirements", ReportWord::heading_requirements, requirement_part(context));
  draft.add_below("law", ReportWord::heading_law, law_part(context));
  draft.add_below(
      "documents", ReportWord::heading_documents,
      late_part(context, {DueKind::review, DueKind::validity}, ReportWord::column_document));
  draft.add({}, ReportWord::heading_judgement, {}, ReportWord::prompt_judgement);
  draft.add({}, ReportWord::heading_decisions, {}, ReportWord::prompt_decisions);
  for (const auto& other : handbook.reviews) {
    if (!other.minutes.empty()) draft.add_demanded(sections_of_type(handbook, other.minutes));
  }
  return draft.take();
}

}  // namespace handbok
