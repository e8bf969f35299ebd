// What stands at an address that has moved: a page that leads on (registers/redirects.toml).

#include "render/addresses.hpp"
#include "render/frame.hpp"
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
  const auto page = redirect.to.substr(0, redirect.to.find('#'));
  const bool leads_somewhere = routes.has(redirect.to) || routes.has(page);
  return redirect.since <= day && leads_somewhere && !routes.has(redirect.from);
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

// What stands at an address whose text is not for the readers of this site any more (decision
// 0027): it names nothing that the text named.

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

// What a server shows at an address that has no page.

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
