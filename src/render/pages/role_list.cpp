// "Roller": who answers for what, by name.
#include <algorithm>

#include "render/addresses.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/top_page.hpp"
#include "render/site_context.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

struct RoleItemView {
  std::string href;
  std::string name;
  std::string id;
  std::string mission;
  HANDBOK_FIELDS(RoleItemView, href, name, id, mission)
};

struct RoleListView {
  std::vector<RoleItemView> roles;
  HANDBOK_FIELDS(RoleListView, roles)
};

}  // namespace

void plan_role_list(const RenderInput& /*input*/, RouteTable& routes) {
  routes.add({PageKind::role_list, std::string(address::roles), {}});
}

std::span<const Field> role_list_fields() {
  return RoleListView::fields();
}

Page render_role_list(const Route& route, const SiteContext& site) {
  const auto root = root_of(route.path);
  RoleListView view;
  for (const auto& role : site.handbook().roles) {
    view.roles.push_back({root + address::role(role.id), role.name, role.id, role.mission});
  }
  std::ranges::stable_sort(view.roles, SwedishLess{}, &RoleItemView::name);
  return top_page(address::roles, Word::nav_roles,
                  site.theme().page(PageKind::role_list).fill(view), site);
}

}  // namespace handbok
