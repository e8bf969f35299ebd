// What stands at an address that has moved: a page that leads on (registers/redirects.toml).

#include "render/addresses.hpp"
#include "render/html.hpp"
#include "render/page_kinds.hpp"
#include "render/site_context.hpp"

namespace handbok {
namespace {

struct RedirectView {
  std::string href;
  std::string address;
  HANDBOK_FIELDS(RedirectView, href, address)
};

/// True if the redirect is in use on the day and leads somewhere that no page lies in the way of.
bool can_lead(const Redirect& redirect, Date day, const RouteTable& routes) {
  return redirect.since <= day && routes.has(redirect.to) && !routes.has(redirect.from);
}

}  // namespace

// The last kind to be planned, so that every page it may lead to is known. A redirect may lead to
// another one, in any order; a circle leads nowhere and gives no page.
void plan_redirect(const RenderInput& input, RouteTable& routes) {
  for (bool found_one = true; found_one;) {
    found_one = false;
    for (const auto& redirect : input.edition.view.handbook().redirects) {
      if (!can_lead(redirect, input.edition.view.day(), routes)) continue;
      routes.add({PageKind::redirect, redirect.from, redirect.to});
      found_one = true;
    }
  }
}

std::span<const Field> redirect_fields() {
  return RedirectView::fields();
}

Page render_redirect(const Route& route, const SiteContext& site) {
  const auto href = root_of(route.path) + route.subject;
  return {.title = site.words()[Word::redirect_title],
          .content = site.theme().page(PageKind::redirect).fill(RedirectView{href, route.subject}),
          .breadcrumbs = {},
          .section = {},
          .is_indexed = false,
          .leads_to = href};
}

}  // namespace handbok
