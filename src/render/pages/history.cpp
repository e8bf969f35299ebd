// "Historik": every published revision of a document, newest first.

#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/history_rows.hpp"
#include "render/site_context.hpp"

namespace handbok {
namespace {

struct HistoryPageView {
  std::string title;
  std::string id;
  std::string document_href;
  std::vector<HistoryRowView> rows;
  HANDBOK_FIELDS(HistoryPageView, title, id, document_href, rows)
};

}  // namespace

void plan_history(const RenderInput& input, RouteTable& routes) {
  for (const auto& document : input.edition.view.documents()) {
    if (!is_published(document.state)) continue;
    const auto& id = document.document->id;
    routes.add({PageKind::history, address::history(input.edition.view.handbook(), id), id});
  }
}

std::span<const Field> history_fields() {
  return HistoryPageView::fields();
}

Page render_history(const Route& route, const SiteContext& site) {
  const auto& document = *site.view().find(route.subject);
  const auto root = root_of(route.path);
  const auto& title = document_title(document, site);
  const auto document_address = address::document(site.handbook(), route.subject);
  HistoryPageView view;
  view.title = title;
  view.id = route.subject;
  view.document_href = root + document_address;
  auto breadcrumbs = section_breadcrumbs(route.subject, site);
  breadcrumbs.push_back({title, document_address});
  view.rows = history_rows(document, root, site);
  return {.title = site.words().fill(Word::history_title, {title}),
          .content = site.theme().page(PageKind::history).fill(view),
          .breadcrumbs = std::move(breadcrumbs),
          .section = document_section(route.subject, site),
          .is_indexed = false};
}

}  // namespace handbok
