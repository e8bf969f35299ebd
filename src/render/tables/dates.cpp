// "Vad som gällde när": one day at one unit, by script, and the way to a page for each unit.

#include <algorithm>

#include "derive/action_state.hpp"
#include "derive/missing_history.hpp"
#include "derive/reach.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/state_words.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

/// What applied of which documents before when is not known.
TableSection missing_section(const LinkScope& scope) {
  const auto& site = scope.site;
  const auto& words = site.words();
  TableBuilder table(
      "vet-inte", words[Word::missing_heading],
      {words[Word::date_document], words[Word::missing_before], words[Word::date_note]});
  for (const auto& document : site.view().documents()) {
    const auto missing = missing_history(*document.document);
    if (!missing || !is_published(document.state)) continue;
    table.add({}, entity_html(document.document->id, scope),
              {date_html(*missing->until, words), text_html(missing_text(*missing, words))});
  }
  if (const auto& from = site.handbook().settings.history_from)
    table.section().intro = {
        "<p>" + word_html(words, Word::missing_from, {date_html(*from, words).text}).text + "</p>"};
  return table.take();
}

/// One day and one unit, by script; without it a page for each unit.
TableSection choice_section(const LinkScope& scope) {
  const auto& site = scope.site;
  TableSection section;
  section.anchor = "valj";
  section.heading = site.words()[Word::days_choose];
  section.figure = {"<div id=\"day-list\" data-root=\"" + scope.root + "\"></div>\n" +
                    "<script src=\"dagar.js\" defer></script>\n"};
  std::string items;
  for (const auto& unit : site.handbook().units) {
    const auto address = address::unit_dates(unit.id);
    if (site.routes.has(address))
      items += "<li>" + link_html(scope.root + address, unit.name).text + "</li>";
  }
  if (!items.empty())
    section.after = {"<h3>" + escape_html(site.words()[Word::days_units]) + "</h3>\n" +
                     "<ul class=\"link-row\">" + items + "</ul>\n"};
  return section;
}

}  // namespace

bool has_dates_page(const Handbook& handbook) {
  return !handbook.documents.empty();
}

std::vector<TableSection> dates_sections(const LinkScope& scope) {
  std::vector<TableSection> sections{choice_section(scope)};
  auto missing = missing_section(scope);
  if (missing.has_table) sections.push_back(std::move(missing));
  return sections;
}

// "Införande": how a document is made known, where and by when.

namespace {

Word measure_word(RolloutMeasure measure) {
  switch (measure) {
    case RolloutMeasure::information: return Word::rollout_information;
    case RolloutMeasure::training: return Word::rollout_training;
    case RolloutMeasure::practice: return Word::rollout_practice;
    case RolloutMeasure::feedback: return Word::rollout_feedback;
  }
  return Word::rollout_information;
}

bool is_done(const Rollout& rollout, Date day) {
  return rollout.done_on && *rollout.done_on <= day;
}

bool is_late(const Rollout& rollout, const DayView& view) {
  return !is_done(rollout, view.day()) && rollout.due_on && *rollout.due_on < view.day() &&
         is_known(view, *rollout.due_on, "rollouts");
}

/// The day on which it was done, or the last day to do it.
Html state_html(const Rollout& rollout, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto day = scope.site.view().day();
  if (is_done(rollout, day)) return date_html(*rollout.done_on, words);
  if (!rollout.due_on) return {};
  auto due = word_html(words, Word::rollout_due, {date_html(*rollout.due_on, words).text});
  if (!is_late(rollout, scope.site.view())) return due;
  return lines_html({due, badge_html("overdue", words[Word::due_late])});
}

}  // namespace

TableSection rollout_table(std::string_view document, std::string_view unit,
                           const LinkScope& scope) {
  const auto& words = scope.site.words();
  const bool is_of_unit = document.empty();
  TableBuilder table(
      "sida_inforande", words[Word::rollout_heading],
      {words[is_of_unit ? Word::rollout_document : Word::rollout_unit], words[Word::rollout_what],
       words[Word::rollout_who], words[Word::rollout_state]});
  std::vector<const Rollout*> rollouts;
  const auto* const of = scope.site.handbook().find_unit(unit);
  const auto is_theirs = [&](const Rollout& rollout) {
    return rollout.unit == unit || (of != nullptr && is_made_in(scope.site.view(), rollout, *of));
  };
  for (const auto& rollout : scope.site.handbook().rollouts) {
    const bool is_meant = is_of_unit ? is_theirs(rollout) : rollout.document == document;
    if (is_meant && is_known_on(scope.site.view(), rollout)) rollouts.push_back(&rollout);
  }
  std::ranges::stable_sort(rollouts, {}, &Rollout::due_on);
  for (const auto* const rollout : rollouts) {
    auto head =
        is_of_unit ? entity_html(rollout->document, scope) : unit_html(rollout->unit, scope);
    if (head.text.empty()) continue;  // a document that readers may not know of
    table
        .add(rollout->id, std::move(head),
             {lines_html(
                  {text_html(words[measure_word(rollout->measure)]), text_html(rollout->note)}),
              role_html(rollout->responsible, scope), state_html(*rollout, scope)})
        .is_late = is_late(*rollout, scope.site.view());
  }
  return table.take();
}

}  // namespace handbok
