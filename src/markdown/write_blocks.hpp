#pragma once

#include <span>

#include "markdown/markdown_tree.hpp"
#include "markdown/write_inlines.hpp"

namespace handbok {

/// Writes a whole text: its HTML with open points, and the headings and texts beside it. The steps
/// are those of a whole document.
void write_blocks(std::span<const TreeStep> steps, WriteContext& context);

}  // namespace handbok
