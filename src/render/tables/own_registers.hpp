#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/tables/table_page.hpp"

namespace handbok {

/// Links to the rows of the handbook's own registers that name something, one to a line: of a
/// register with many such rows a link to its page, and their number.
std::vector<Html> own_use_links(std::string_view id, const LinkScope& scope);

/// The same as tables for the page of a role or unit: a section for each register.
std::vector<TableSection> own_use_sections(std::string_view id, const LinkScope& scope);

}  // namespace handbok
