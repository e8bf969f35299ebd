// The permanent page of one revision, whatever its state.
#include "render/addresses.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/document_parts.hpp"
#include "render/revision_pages.hpp"

namespace handbok {

void plan_revision(const RenderInput& input, RouteTable& routes) {
  for (const auto* const revision : revisions_with_page(input)) {
    const auto key = revision->key();
    routes.add({PageKind::revision, address::revision(input.edition.view.handbook(), key),
                key.document, key.number});
  }
}

std::span<const Field> revision_fields() {
  return DocumentView::fields();
}

Page render_revision(const Route& route, const SiteContext& site) {
  const auto& document = *site.view().find(route.subject);
  const auto& revision = *document.document->find(route.revision);
  const bool is_withheld = site.withheld.reason(revision.key()) != nullptr;
  const auto scope = revision_scope(revision, site);
  auto view = document_view(document, is_withheld ? nullptr : &revision, scope);
  view.number = std::to_string(revision.number);
  view.banners = revision_banners(document, revision, scope);
  auto breadcrumbs = section_breadcrumbs(route.subject, site);
  const auto document_address = address::document(site.handbook(), route.subject);
  if (site.routes.has(document_address))
    breadcrumbs.push_back({document_title(document, site), document_address});
  return {.title = site.words().fill(Word::revision_title, {view.title, view.number}),
          .content = site.theme().page(PageKind::revision).fill(view),
          .breadcrumbs = std::move(breadcrumbs),
          .section = document_section(route.subject, site),
          .is_indexed = false};
}

}  // namespace handbok
