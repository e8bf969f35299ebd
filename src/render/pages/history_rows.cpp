#include "render/pages/history_rows.hpp"

#include <algorithm>

#include "derive/register_references.hpp"
#include "render/addresses.hpp"
#include "render/revision_pages.hpp"
#include "render/revision_times.hpp"
#include "render/state_words.hpp"
#include "render/tables/entity_links.hpp"

namespace handbok {

Html reasons_html(const Revision& revision, const LinkScope& scope) {
  std::vector<Html> reasons;
  for (const auto& reason : revision.revises_because) {
    auto html = entity_html(reason, scope);
    // An id that leads nowhere is of something that these readers do not have.
    const bool is_told = !html.text.empty() && (!looks_like_id(reason) || html.text != reason);
    if (is_told) reasons.push_back(std::move(html));
  }
  return joined_html(reasons, ", ");
}

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
    if (!row.is_withheld) {
      row.change_note = revision.change_note;
      row.because = reasons_html(revision, {site, root, std::nullopt});
    }
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
