#include "render/pages/history_rows.hpp"

#include <algorithm>

#include "derive/missing_history.hpp"
#include "render/addresses.hpp"
#include "render/revision_pages.hpp"
#include "render/revision_times.hpp"
#include "render/state_words.hpp"

namespace handbok {
namespace {

/// When a revision that is not here applied, as far as that is known.
Html earlier_validity(const EarlierRevision& row, const MissingHistory& missing,
                      const WordTable& words) {
  if (!row.valid_from) return {};
  auto end = row.valid_to;
  const auto next = std::ranges::find(missing.told, row.number + 1, &EarlierRevision::number);
  if (!end && next != missing.told.end()) end = next->valid_from;
  if (!end && row.number == missing.last) end = missing.until;
  return validity_html({*row.valid_from, end}, words);
}

/// Where it is kept, and what else is known of it.
std::string sentence_of_place(const EarlierRevision& row, const WordTable& words) {
  auto text = row.kept_in.empty() ? words[Word::missing_unknown]
                                  : words.fill(Word::missing_kept, {row.kept_in});
  return row.note.empty() ? text : text + " " + row.note;
}

/// The revisions that the handbook has never held, newest first: one row for each that earlier.toml
/// tells of, and one for those between.
void add_missing(std::vector<HistoryRowView>& rows, const MissingHistory& missing,
                 const WordTable& words) {
  const auto add = [&](const MissingHistory& part) -> HistoryRowView& {
    HistoryRowView row;
    row.number = part.numbers();
    row.state = words[Word::missing_state];
    row.state_class = "overdue";
    row.change_note = words[Word::missing_unknown];
    return rows.emplace_back(std::move(row));
  };
  MissingHistory untold{.first = missing.first, .last = missing.last};
  for (auto told = missing.told.rbegin(); told != missing.told.rend(); ++told) {
    if (told->number < untold.last) add({.first = told->number + 1, .last = untold.last});
    auto& row = add({.first = told->number, .last = told->number});
    row.validity = earlier_validity(*told, missing, words);
    row.change_note = sentence_of_place(*told, words);
    untold.last = told->number - 1;
  }
  if (untold.first <= untold.last) add(untold);
}

}  // namespace

std::vector<HistoryRowView> history_rows(const DocumentDay& document, const std::string& root,
                                         const SiteContext& site) {
  std::vector<HistoryRowView> rows;
  for (const auto& revision : document.document->revisions) {
    const auto& day = site.view().of(revision);
    const auto page = address::revision(site.handbook(), revision.key());
    if (!is_published(day.state) || !site.routes.has(page)) continue;
    HistoryRowView row;
    row.number = std::to_string(revision.number);
    row.href = root + page;
    row.state = site.words()[state_word(day.state)];
    row.state_class = state_class(day.state);
    if (day.validity && !day.validity->is_empty()) {
      row.validity = validity_html(*day.validity, site.words());
    }
    row.is_withheld = site.withheld.reason(revision.key()) != nullptr;
    if (!row.is_withheld) row.change_note = revision.change_note;
    if (const auto* const before = revision_before(revision, site.view(), site.input.options)) {
      row.compare_href = root + address::comparison(site.handbook(), revision.document,
                                                    before->number, revision.number);
    }
    rows.push_back(std::move(row));
  }
  std::ranges::reverse(rows);
  if (const auto missing = missing_history(*document.document))
    add_missing(rows, *missing, site.words());
  return rows;
}

}  // namespace handbok
