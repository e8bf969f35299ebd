#pragma once

#include <cstddef>
#include <string_view>

#include "markdown/source_lines.hpp"

namespace handbok {

/// How many cells the line of a table holds: the stretches between its bars. A bar after a
/// backslash is text, also in code. `line` may begin with marks of lists and quotations.
std::size_t cells_in_row(std::string_view line);

/// True if the first two lines of a paragraph, from `line` on, both begin with a bar: it was meant
/// to be a table, but the line under its head is missing or does not fit the head.
bool looks_like_table(const SourceLines& lines, int line, int end_line);

}  // namespace handbok
