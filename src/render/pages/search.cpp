// "Sök": the page of the search. What it finds is in the index, which scripts read.

#include "render/addresses.hpp"
#include "render/frame.hpp"
#include "render/page_kinds.hpp"
#include "render/site_context.hpp"

namespace handbok {
namespace {

struct SearchView {
  std::string index_href;
  std::string documents_href;
  std::string terms_href;      ///< empty: there is no such page; so below
  std::string reporting_href;  ///< where one is told whom to tell
  std::string contact_href;    ///< to tell what was not found
  HANDBOK_FIELDS(SearchView, index_href, documents_href, terms_href, reporting_href, contact_href)
};

}  // namespace

void plan_search(const RenderInput& input, RouteTable& routes) {
  routes.add({PageKind::search, std::string(address::search), {}});
  if (!input.options.base_url.empty()) routes.add_address(std::string(address::search_description));
}

std::span<const Field> search_fields() {
  return SearchView::fields();
}

Page render_search(const Route& /*route*/, const SiteContext& site) {
  SearchView view;
  view.index_href = site.search_start.path.text();
  if (site.routes.has(address::documents)) view.documents_href = address::documents;
  if (site.routes.has(address::terms)) view.terms_href = address::terms;
  if (site.routes.has(address::reporting)) view.reporting_href = address::reporting;
  const auto& contact = site.handbook().settings.contact;
  if (!contact.empty()) view.contact_href = "mailto:" + contact;
  auto page = top_page(address::search, Word::search_title,
                       site.theme().page(PageKind::search).fill(view), site);
  page.is_indexed = false;
  return page;
}

}  // namespace handbok
