#pragma once

#include "render/html.hpp"
#include "render/references.hpp"

namespace handbok {

/// The text of a revision with a box right under each heading that a local document in force
/// complements (`complements = ["RUT-020@4#gor-sa-har"]`), naming the document and its unit. Only
/// units that the revision applies to; a heading that the text lacks gets none.
Html with_local_boxes(Html body, const Revision& revision, const LinkScope& scope);

}  // namespace handbok
