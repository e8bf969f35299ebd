// "Vad som gällde när": month by month, what entered into force and what ceased.

#include <algorithm>

#include "base/strings.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/state_words.hpp"
#include "render/tables/calendar_entries.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

/// A revision that began or ceased to apply.
struct DateEvent {
  Date on;
  bool is_end = false;
  const Revision* revision = nullptr;
  std::string note;
};

/// All events up to the day of the page, the latest first.
std::vector<DateEvent> date_events(const SiteContext& site) {
  std::vector<DateEvent> events;
  for (const auto& document : site.view().documents()) {
    if (!is_published(document.state)) continue;
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      const auto& [state, validity] = document.revisions[i];
      if (!is_published(state) || !validity || validity->is_empty()) continue;
      const auto& revision = document.document->revisions[i];
      const bool is_told = site.withheld.reason(revision.key()) == nullptr;
      events.push_back(
          {validity->from, false, &revision, is_told ? revision.change_note : std::string()});
      if (validity->to)
        events.push_back({*validity->to, true, &revision, why_ended(document, i, site.words())});
    }
  }
  std::erase_if(events, [&](const DateEvent& event) { return site.view().day() < event.on; });
  std::ranges::stable_sort(events, std::ranges::greater{}, &DateEvent::on);
  return events;
}

/// "Routine X, utgåva 2", to the page of that revision for ever.
Html revision_html(const Revision& revision, const LinkScope& scope) {
  const auto& site = scope.site;
  const auto address = address::revision(site.handbook(), revision.key());
  const auto* const document = site.view().find(revision.document);
  const bool is_withheld = site.withheld.reason(revision.key()) != nullptr;
  const auto& title = is_withheld ? document_title(*document, site) : revision.title;
  const auto text =
      site.words().fill(Word::finding_revision, {title, std::to_string(revision.number)});
  const auto href = site.routes.has(address) ? scope.root + address : std::string();
  auto html = link_html(href, text);
  html.text += " <span class=\"doc-id\">" + escape_html(revision.document) + "</span>";
  return html;
}

void add_event(TableBuilder& table, const DateEvent& event, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto kind = event.is_end ? badge_html("superseded", words[Word::date_ended])
                                 : badge_html("in-force", words[Word::date_started]);
  table.add({}, revision_html(*event.revision, scope),
            {date_html(event.on, words), kind, unit_html(event.revision->unit, scope),
             text_html(event.note)});
}

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

Date first_of_month(Date day) {
  return day.plus_days(1 - day.day());
}

}  // namespace

bool has_dates_page(const Handbook& handbook) {
  return !handbook.documents.empty();
}

std::vector<TableSection> dates_sections(const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto events = date_events(scope.site);
  std::vector<TableSection> sections;
  for (auto event = events.begin(); event != events.end();) {
    const auto month = first_of_month(event->on);
    TableBuilder table(month_anchor(month), month_heading(month, words),
                       {words[Word::date_document], words[Word::date_day], words[Word::date_event],
                        words[Word::compilation_unit], words[Word::date_note]});
    for (; event != events.end() && first_of_month(event->on) == month; ++event)
      add_event(table, *event, scope);
    sections.push_back(table.take());
  }
  auto missing = missing_section(scope);
  if (missing.has_table) sections.push_back(std::move(missing));
  return sections;
}

// "Införande": how a document is made known, where and by when.

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
