#pragma once

#include <string>
#include <string_view>

#include "render/html.hpp"
#include "render/references.hpp"

namespace handbok {

/// Finished HTML with links where its running text names what the handbook knows: documents and
/// rows of registers by their ids ("EGK-01"), sources by their numbers ("SFS 2017:30"), and the
/// emergency number of handbook.toml. Text in links, headings, code and folds' summaries stays as
/// it is, and `own`, the id that the page is about, is never linked. A citation ("5 kap. 3 §")
/// breaks over no line.
std::string with_links_in_text(std::string_view html, std::string_view own, const LinkScope& scope);

/// The same for plain text.
Html running_html(std::string_view text, const LinkScope& scope);

}  // namespace handbok
