#include "render/pages/history_rows.hpp"

#include <algorithm>

#include "render/addresses.hpp"
#include "render/references.hpp"
#include "render/revision_times.hpp"
#include "render/state_words.hpp"

namespace handbok {

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
  return rows;
}

}  // namespace handbok
