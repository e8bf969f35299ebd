#pragma once

#include "base/json.hpp"
#include "word/read_inlines.hpp"
#include "word/tree.hpp"

namespace handbok::word {

/// Pandoc's table as rows of equal length. Cells that were merged are split, with the text in the
/// first. Paragraphs of a cell become lines of it, items of a list lines with a dash.
Block read_table(const Json& content, const InlineSurroundings& around);

}  // namespace handbok::word
