#pragma once

#include "word/tree.hpp"

namespace handbok::word {

/// Pandoc's Word writer makes lists of the paragraphs that follow the first in an item, and so cuts
/// the list in two. This puts such lists together: a bullet list whose item `begins_within` an
/// item, and the list after it that goes on counting.
void join_lists(Blocks& blocks);

}  // namespace handbok::word
