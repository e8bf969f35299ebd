#pragma once

namespace handbok {

/// What a page shows, one enumerator for each row of page_kinds.def.
enum class PageKind : unsigned char {
#define HANDBOK_PAGE_KIND(name) name,
#include "render/page_kinds.def"
#undef HANDBOK_PAGE_KIND
};

}  // namespace handbok
