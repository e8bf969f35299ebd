#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "render/page.hpp"
#include "render/view_fields.hpp"

namespace handbok {

struct RenderInput;
struct SiteContext;

#define HANDBOK_PAGE_KIND(name)                                   \
  void plan_##name(const RenderInput& input, RouteTable& routes); \
  std::span<const Field> name##_fields();                         \
  Page render_##name(const Route& route, const SiteContext& site);
#include "render/page_kinds.def"
#undef HANDBOK_PAGE_KIND

/// A row of page_kinds.def.
struct PageKindInfo {
  PageKind kind{};
  std::string_view name;  ///< also of its template, and of <body data-page="…">
  void (*plan)(const RenderInput& input, RouteTable& routes) = nullptr;
  Field::Fields fields = nullptr;
  Page (*render)(const Route& route, const SiteContext& site) = nullptr;
};

/// All rows, in the order of PageKind.
inline std::span<const PageKindInfo> all_page_kinds() {
  static constexpr auto table = std::to_array<PageKindInfo>({
#define HANDBOK_PAGE_KIND(name) \
  {PageKind::name, #name, &plan_##name, &name##_fields, &render_##name},
#include "render/page_kinds.def"
#undef HANDBOK_PAGE_KIND
  });
  return table;
}

/// The row of `kind`.
inline const PageKindInfo& info_of(PageKind kind) {
  return all_page_kinds()[static_cast<std::size_t>(kind)];
}

}  // namespace handbok
