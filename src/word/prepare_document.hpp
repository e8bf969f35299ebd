#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "word/lost_parts.hpp"

namespace handbok::word {

/// A Word document in the words that pandoc reads.
struct PreparedDocument {
  std::string bytes;
  bool is_strict = false;      ///< Strict Open XML, Word's other format: pandoc finds nothing in it
  std::vector<LostPart> lost;  ///< what a person would not find again
};

/// Rewrites what pandoc passes over or takes for something else, so that the text is read as Word
/// shows it: results of simple fields, signs of symbol fonts, lists that go on counting, headings
/// with numbers. Hidden text, rows that were deleted and the table of contents, which the site
/// makes itself, are left out. A document in which nothing is to be done is given as it is.
PreparedDocument prepare_document(std::string_view bytes, MarkedText marked);

}  // namespace handbok::word
