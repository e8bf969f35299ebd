// What stands at an address whose text is not for the readers of this site any more (decision
// 0027): it names nothing that the text named.

#include "render/addresses.hpp"
#include "render/page_kinds.hpp"
#include "render/site_context.hpp"

namespace handbok {
namespace {

struct ClosedView {
  std::string start_href;      ///< empty: the site has no such page
  std::string documents_href;  ///< the same
  HANDBOK_FIELDS(ClosedView, start_href, documents_href)
};

/// True for what a page can stand at. In place of a form or an image there can be none.
bool can_be_page(std::string_view path) {
  return path.ends_with(".html");
}

}  // namespace

void plan_closed(const RenderInput& input, RouteTable& routes) {
  for (const auto& path : input.edition.lost.closed)
    if (can_be_page(path) && !routes.has(path)) routes.add({PageKind::closed, path, {}});
}

std::span<const Field> closed_fields() {
  return ClosedView::fields();
}

Page render_closed(const Route& route, const SiteContext& site) {
  const auto href_of = [&](std::string_view address) {
    return site.routes.has(address) ? root_of(route.path) + std::string(address) : std::string();
  };
  const ClosedView view{href_of(address::start), href_of(address::documents)};
  return {.title = site.words()[Word::closed_title],
          .content = site.theme().page(PageKind::closed).fill(view),
          .breadcrumbs = {},
          .section = {},
          .is_indexed = false};
}

}  // namespace handbok
