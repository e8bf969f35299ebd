#include "render/page_kinds.hpp"

#include <array>

namespace handbok {

std::span<const PageKindInfo> all_page_kinds() {
  static constexpr auto table = std::to_array<PageKindInfo>({
#define HANDBOK_PAGE_KIND(name) \
  {PageKind::name, #name, &plan_##name, &name##_fields, &render_##name},
#include "render/page_kinds.def"
#undef HANDBOK_PAGE_KIND
  });
  return table;
}

const PageKindInfo& info_of(PageKind kind) {
  return all_page_kinds()[static_cast<std::size_t>(kind)];
}

}  // namespace handbok
