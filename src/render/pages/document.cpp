// A document's own page: what applies today.
#include "render/addresses.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/document_parts.hpp"
#include "render/revision_pages.hpp"

namespace handbok {
namespace {

/// True if readers may know of the document; with drafts shown, as soon as it is begun.
bool has_document_page(const DocumentDay& document, const RenderOptions& options) {
  return is_published(document.state) ||
         (options.drafts && document.state != DocumentState::unknown);
}

/// The revision whose text is on the page. A repealed or withdrawn document shows the decision
/// alone; its text stays on the permanent pages. A document that was never adopted is shown only
/// among drafts.
const Revision* revision_on_page(const DocumentDay& document, const SiteContext& site) {
  if (document.state == DocumentState::repealed) return nullptr;
  if (document.state == DocumentState::withdrawn) return nullptr;
  if (!is_published(document.state) && !document.document->revisions.empty()) {
    return &document.document->revisions.back();
  }
  return face_of(document, site.withheld).shown;
}

}  // namespace

void plan_document(const RenderInput& input, RouteTable& routes) {
  for (const auto& document : input.edition.view.documents()) {
    if (!has_document_page(document, input.options)) continue;
    const auto& id = document.document->id;
    routes.add({PageKind::document, address::document(input.edition.view.handbook(), id), id});
  }
}

std::span<const Field> document_fields() {
  return DocumentView::fields();
}

Page render_document(const Route& route, const SiteContext& site) {
  const auto& document = *site.view().find(route.subject);
  const LinkScope scope{site, root_of(route.path), std::nullopt};
  auto view = document_view(document, revision_on_page(document, site), scope);
  view.banners = document_banners(document, scope);
  return {.title = view.title,
          .content = site.theme().page(PageKind::document).fill(view),
          .breadcrumbs = section_breadcrumbs(route.subject, site),
          .section = document_section(route.subject, site),
          .is_indexed = is_published(document.state)};
}

}  // namespace handbok
