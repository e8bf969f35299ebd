// What a server shows at an address that has no page.

#include "render/addresses.hpp"
#include "render/frame.hpp"
#include "render/page_kinds.hpp"
#include "render/site_context.hpp"

namespace handbok {
namespace {

struct NotFoundView {
  std::string start_href;
  std::string documents_href;
  std::string archive_href;
  HANDBOK_FIELDS(NotFoundView, start_href, documents_href, archive_href)
};

}  // namespace

void plan_not_found(const RenderInput& /*input*/, RouteTable& routes) {
  routes.add({PageKind::not_found, std::string(address::not_found), {}});
}

std::span<const Field> not_found_fields() {
  return NotFoundView::fields();
}

Page render_not_found(const Route& route, const SiteContext& site) {
  const auto root = page_root(route, site.input.options);
  const NotFoundView view{root + std::string(address::start),
                          root + std::string(address::documents),
                          root + std::string(address::archive)};
  return {.title = site.words()[Word::not_found_title],
          .content = site.theme().page(PageKind::not_found).fill(view),
          .breadcrumbs = {},
          .section = {},
          .is_indexed = false};
}

}  // namespace handbok
