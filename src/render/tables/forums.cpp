// "Forum": meetings where quality is followed up, and the management's reviews.
#include <algorithm>
#include <optional>

#include "base/strings.hpp"
#include "derive/action_state.hpp"
#include "derive/agenda_rows.hpp"
#include "derive/calendar_days.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"
#include "render/tables/work_tables.hpp"
#include "text/slug.hpp"

namespace handbok {
namespace {

/// The open actions that have been raised to the forum.
Html raised_html(const Forum& forum, const LinkScope& scope) {
  const auto day = scope.site.view().day();
  std::vector<Html> actions;
  for (const auto& action : scope.site.handbook().actions) {
    const bool is_open = is_alive_on(action, day) && !is_done_on(action, day);
    if (is_open && action.escalated_to == forum.id)
      actions.push_back(entity_html(action.id, scope));
  }
  return lines_html(actions);
}

TableSection forum_section(const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto day = scope.site.view().day();
  TableBuilder table(
      "forum", words[Word::forums_title],
      {words[Word::forum_name], words[Word::forum_frequency], words[Word::forum_roles],
       words[Word::forum_agenda], words[Word::forum_raised], words[Word::forum_minutes]});
  for (const auto& forum : scope.site.handbook().forums) {
    std::vector<Html> agenda;
    for (const auto& point : forum.agenda)
      agenda.push_back(text_html(point.title));
    auto head = named_html(forum.name, forum.id);
    const auto level = level_name(forum.level, scope.site.handbook());
    if (!level.empty()) head.text += "<br><small>" + escape_html(level) + "</small>";
    table.add(forum.id, std::move(head),
              {forum_times_html(forum, day, scope), roles_html(forum.roles, scope),
               lines_html(agenda), raised_html(forum, scope), text_html(forum.minutes_kept_at)});
  }
  return table.take();
}

std::optional<Word> state_word(AgendaState state) {
  switch (state) {
    case AgendaState::none: break;
    case AgendaState::open: return Word::agenda_open;
    case AgendaState::late: return Word::agenda_late;
    case AgendaState::before_meeting: return Word::agenda_before_meeting;
    case AgendaState::effect_check: return Word::agenda_effect_check;
    case AgendaState::undecided: return Word::agenda_undecided;
    case AgendaState::not_known: return Word::standing_unknown;
    case AgendaState::result_ok: return Word::agenda_result_ok;
    case AgendaState::result_partly: return Word::agenda_result_partly;
    case AgendaState::result_not_ok: return Word::agenda_result_not_ok;
    case AgendaState::gap: return Word::agenda_gap;
    case AgendaState::partly: return Word::agenda_partly;
    case AgendaState::in_review: break;  // never told on a site
    case AgendaState::begins: return Word::agenda_begins;
    case AgendaState::ends: return Word::agenda_ends;
  }
  return std::nullopt;
}

Html state_html(const AgendaRow& row, const LinkScope& scope) {
  std::vector<Html> lines;
  if (const auto word = state_word(row.state)) {
    const auto& text = scope.site.words()[*word];
    lines.push_back(row.state == AgendaState::late ? badge_html("late", text) : text_html(text));
  }
  lines.push_back(text_html(row.detail));
  return lines_html(lines);
}

/// A link to what the row is about, or its words if no register of the site has it; nothing if
/// readers may not know of it, or have no page of that register.
Html subject_html(const AgendaRow& row, const LinkScope& scope) {
  const auto& handbook = scope.site.handbook();
  if (handbook.find_document(row.id) != nullptr) return entity_html(row.id, scope);
  const auto link = register_link(row.id, scope);
  if (!link.text.empty()) return link.href.empty() ? Html{} : link_html(link.href, link.text);
  return text_html(row.title.empty() ? row.id : row.id + " " + row.title);
}

/// What the standing points of the forum's next meeting list, as known on the day of the page.
/// Texts that wait to be decided are left out: they are nothing for readers yet.
std::optional<TableSection> agenda_section(const Forum& forum, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto& view = scope.site.view();
  const auto span = span_of(forum, next_meeting(forum, view.day()).value_or(view.day()));
  const auto heading = std::vector<std::string>{forum.name};
  TableBuilder table("dagordning-" + slug(forum.id),
                     fill_slots(words[Word::agenda_heading], heading),
                     {words[Word::agenda_point], words[Word::agenda_what], words[Word::agenda_who],
                      words[Word::agenda_day], words[Word::agenda_state]});
  for (auto point : forum.agenda) {
    std::erase(point.lists, AgendaSubject::pending_documents);
    for (const auto& row : agenda_rows(view, forum, point, span)) {
      auto subject = subject_html(row, scope);
      if (subject.text.empty()) continue;
      auto& added = table.add({}, text_html(point.title),
                              {std::move(subject), roles_html(row.owners, scope),
                               optional_date_html(row.on, scope), state_html(row, scope)});
      added.is_late = row.state == AgendaState::late;
    }
  }
  if (table.is_empty()) return std::nullopt;
  return table.take();
}

Word outcome_word(ReviewOutcome outcome) {
  switch (outcome) {
    case ReviewOutcome::approved: return Word::review_approved;
    case ReviewOutcome::approved_with_improvements: return Word::review_improvements;
    case ReviewOutcome::not_approved: return Word::review_not_approved;
    case ReviewOutcome::none: break;
  }
  return Word::review_no_outcome;
}

Html review_result(const ManagementReview& review, bool is_held, const LinkScope& scope) {
  const auto& words = scope.site.words();
  Html inputs;
  if (!review.inputs.empty())
    inputs = word_html(words, Word::review_inputs, {escape_html(join(review.inputs, "; "))});
  if (!is_held) return lines_html({text_html(words[Word::review_planned]), inputs});
  return lines_html(
      {text_html(words[outcome_word(review.outcome)]), text_html(review.conclusion), inputs});
}

TableSection review_section(const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto day = scope.site.view().day();
  TableBuilder table(
      "genomgangar", words[Word::reviews_heading],
      {words[Word::review_day], words[Word::review_result], words[Word::review_decisions],
       words[Word::review_participants], words[Word::review_minutes]});
  auto reviews = scope.site.handbook().reviews;
  std::ranges::stable_sort(reviews, [](const auto& a, const auto& b) {
    return a.held_on.value_or(a.planned_on.value_or(Date{})) >
           b.held_on.value_or(b.planned_on.value_or(Date{}));
  });
  for (const auto& review : reviews) {
    const bool is_held = review.held_on && *review.held_on <= day;
    const auto on = is_held ? review.held_on : review.planned_on;
    if (!on) continue;
    table.add(review.id, optional_date_html(on, scope),
              {review_result(review, is_held, scope),
               is_held ? entities_html(review.decisions, scope) : Html{},
               roles_html(review.participants, scope), entity_html(review.minutes, scope)});
  }
  return table.take();
}

}  // namespace

Html forum_times_html(const Forum& forum, Date day, const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<Html> lines{text_html(frequency_text(forum.every_months, words))};
  if (const auto next = next_meeting(forum, day))
    lines.push_back(word_html(words, Word::forum_next, {date_html(*next, words).text}));
  return lines_html(lines);
}

bool has_forums_page(const Handbook& handbook) {
  return !handbook.forums.empty() || !handbook.reviews.empty();
}

std::vector<TableSection> forums_sections(const LinkScope& scope) {
  std::vector<TableSection> sections;
  if (!scope.site.handbook().forums.empty()) sections.push_back(forum_section(scope));
  for (const auto& forum : scope.site.handbook().forums) {
    if (auto section = agenda_section(forum, scope)) sections.push_back(*std::move(section));
  }
  if (!scope.site.handbook().reviews.empty()) sections.push_back(review_section(scope));
  return sections;
}

}  // namespace handbok
