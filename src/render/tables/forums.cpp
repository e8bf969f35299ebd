// "Forum": meetings where quality is followed up, and the management's reviews.
#include <algorithm>

#include "base/strings.hpp"
#include "derive/action_state.hpp"
#include "derive/forum_days.hpp"
#include "render/pages/organisation_words.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/frequency.hpp"
#include "render/tables/table_page.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

/// The open actions that have been raised to the forum.
Html raised_html(const Forum& forum, const LinkScope& scope) {
  const auto day = scope.site.view().day();
  std::vector<Html> actions;
  for (const auto& action : scope.site.handbook().actions) {
    const bool is_open = is_known_on(action, day) && !is_done_on(action, day) &&
                         action.status != ActionStatus::cancelled;
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
    for (const auto& item : forum.agenda)
      agenda.push_back(text_html(item));
    auto head = named_html(forum.name, forum.id);
    const auto level = level_name(forum.level, scope.site.handbook());
    if (!level.empty()) head.text += "<br><small>" + escape_html(level) + "</small>";
    table.add(forum.id, std::move(head),
              {forum_times_html(forum, day, scope), roles_html(forum.roles, scope),
               lines_html(agenda), raised_html(forum, scope), text_html(forum.minutes_kept_at)});
  }
  return table.take();
}

Word outcome_word(ReviewOutcome outcome) {
  switch (outcome) {
    case ReviewOutcome::approved:
      return Word::review_approved;
    case ReviewOutcome::approved_with_improvements:
      return Word::review_improvements;
    case ReviewOutcome::not_approved:
      return Word::review_not_approved;
    case ReviewOutcome::none:
      break;
  }
  return Word::review_no_outcome;
}

Html review_result(const ManagementReview& review, bool is_held, const LinkScope& scope) {
  const auto& words = scope.site.words();
  if (!is_held) return text_html(words[Word::review_planned]);
  return lines_html({text_html(words[outcome_word(review.outcome)]), text_html(review.conclusion)});
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
  if (!scope.site.handbook().reviews.empty()) sections.push_back(review_section(scope));
  return sections;
}

}  // namespace handbok
