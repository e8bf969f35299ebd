#pragma once

#include "word/tree.hpp"

namespace handbok::word {

/// The inlines with emphasis that Markdown can write. Marks that would be taken for text
/// (CommonMark 6.2) get the signs beside them moved out, "(**fet**)efter" for "**(fet)**efter".
/// Emphasis of a part of a word, and what is only signs, loses its marks.
Inlines fit_emphasis(const Inlines& inlines);

}  // namespace handbok::word
