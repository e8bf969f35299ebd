// "Införande": how a document is made known, where and by when.
#include <algorithm>

#include "render/tables/entity_links.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

Word measure_word(RolloutMeasure measure) {
  switch (measure) {
    case RolloutMeasure::information:
      return Word::rollout_information;
    case RolloutMeasure::training:
      return Word::rollout_training;
    case RolloutMeasure::practice:
      return Word::rollout_practice;
    case RolloutMeasure::feedback:
      return Word::rollout_feedback;
  }
  return Word::rollout_information;
}

bool is_done(const Rollout& rollout, Date day) {
  return rollout.done_on && *rollout.done_on <= day;
}

bool is_late(const Rollout& rollout, Date day) {
  return !is_done(rollout, day) && rollout.due_on && *rollout.due_on < day;
}

/// The day on which it was done, or the last day to do it.
Html state_html(const Rollout& rollout, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto day = scope.site.view().day();
  if (is_done(rollout, day)) return date_html(*rollout.done_on, words);
  if (!rollout.due_on) return {};
  auto due = word_html(words, Word::rollout_due, {date_html(*rollout.due_on, words).text});
  if (!is_late(rollout, day)) return due;
  return lines_html({due, badge_html("overdue", words[Word::due_late])});
}

}  // namespace

TableSection rollout_table(std::string_view document, std::string_view unit,
                           const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto day = scope.site.view().day();
  const bool is_of_unit = document.empty();
  TableBuilder table(
      "sida_inforande", words[Word::rollout_heading],
      {words[is_of_unit ? Word::rollout_document : Word::rollout_unit], words[Word::rollout_what],
       words[Word::rollout_who], words[Word::rollout_state]});
  std::vector<const Rollout*> rollouts;
  for (const auto& rollout : scope.site.handbook().rollouts) {
    if (is_of_unit ? rollout.unit == unit : rollout.document == document)
      rollouts.push_back(&rollout);
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
        .is_late = is_late(*rollout, day);
  }
  return table.take();
}

}  // namespace handbok
