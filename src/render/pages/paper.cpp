// "Gäller papperet?": what whoever holds a printed sheet asks. One page for each published
// revision, at an address short enough to be typed, and for ever.

#include <algorithm>

#include "render/addresses.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/document_parts.hpp"
#include "render/references.hpp"
#include "render/sheet.hpp"
#include "render/state_words.hpp"

namespace handbok {
namespace {

struct PaperView {
  std::string title;
  std::string id;
  std::string number;
  std::string state;  ///< in words: "Gäller", "Ersatt", "Börjar gälla" …
  std::string state_class;
  Html valid;
  std::vector<BannerView> banners;
  std::vector<HistoryRowView> rows;  ///< the revisions after it, newest first
  std::string document_href;         ///< empty if the document has no page
  HANDBOK_FIELDS(PaperView, title, id, number, state, state_class, valid, banners, rows,
                 document_href)
};

std::vector<HistoryRowView> later_rows(const DocumentDay& document, const std::string& number,
                                       const std::string& root, const SiteContext& site) {
  auto rows = history_rows(document, root, site);
  const auto own = std::ranges::find(rows, number, &HistoryRowView::number);
  rows.erase(own, rows.end());
  return rows;
}

}  // namespace

void plan_paper(const RenderInput& input, RouteTable& routes) {
  for (const auto* const revision : revisions_with_page(input)) {
    if (!is_published(input.edition.view.of(*revision).state)) continue;
    const auto key = revision->key();
    routes.add({PageKind::paper, address::paper(key), key.document, key.number});
    if (!input.options.base_url.empty()) routes.add_address(address::paper_code(key));
  }
}

std::span<const Field> paper_fields() {
  return PaperView::fields();
}

Page render_paper(const Route& route, const SiteContext& site) {
  const auto& document = *site.view().find(route.subject);
  const auto& revision = *document.document->find(route.revision);
  const auto& day = site.view().of(revision);
  const auto root = root_of(route.path);
  PaperView view;
  view.title = document_title(document, site);
  view.id = route.subject;
  view.number = std::to_string(route.revision);
  view.state = site.words()[day.state == RevisionState::upcoming ? Word::paper_upcoming
                                                                 : state_word(day.state)];
  view.state_class = state_class(day.state);
  if (day.validity && !day.validity->is_empty())
    view.valid = validity_html(*day.validity, site.words());
  view.banners = revision_banners(document, revision, {site, root, std::nullopt});
  view.rows = later_rows(document, view.number, root, site);
  const auto document_address = address::document(site.handbook(), route.subject);
  if (site.routes.has(document_address)) view.document_href = root + document_address;
  return {.title = site.words().fill(Word::paper_title, {view.id, view.number}),
          .content = site.theme().page(PageKind::paper).fill(view),
          .breadcrumbs = section_breadcrumbs(route.subject, site),
          .section = document_section(route.subject, site),
          .is_indexed = false,
          .sheet = sheet_of(route.subject, view.title, &revision, site)};
}

}  // namespace handbok
