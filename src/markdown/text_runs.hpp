#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "markdown/markdown_tree.hpp"
#include "markdown/report.hpp"
#include "markdown/source_lines.hpp"
#include "markdown/text_spans.hpp"

namespace handbok {

/// Puts the texts of a block (the steps inside it) together to runs, in order, and finds in them
/// cross-references [[…]], bare addresses and ~~deleted text~~. Reports malformed references, and
/// hidden characters that were written as entities.
std::vector<TextRun> read_text_runs(std::span<const TreeStep> steps, const SourceLines& lines,
                                    TextPlace& place, Reporter& reporter);

}  // namespace handbok
