// "Roller": who answers for what, by name.
#include <algorithm>
#include <array>

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
  static std::span<const Field> fields();
};

struct RoleListView {
  std::vector<RoleItemView> roles;
  static std::span<const Field> fields();
};

std::span<const Field> RoleItemView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&RoleItemView::href>("href"),
      field<&RoleItemView::name>("name"),
      field<&RoleItemView::id>("id"),
      field<&RoleItemView::mission>("mission"),
  });
  return list;
}

std::span<const Field> RoleListView::fields() {
  static constexpr auto list = std::to_array<Field>({field<&RoleListView::roles>("roles")});
  return list;
}

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
