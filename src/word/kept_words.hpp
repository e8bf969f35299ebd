#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "word/lost_parts.hpp"
#include "word/tree.hpp"

namespace handbok::word {

/// The stretches of the text of a Word document that do not stand in what was read of it: each word
/// and number of the document must be there, in order. What was deleted, and what `find_lost_parts`
/// tells of, is not looked for.
std::vector<std::string> find_lost_words(std::string_view bytes, MarkedText marked,
                                         const Text& read);

}  // namespace handbok::word
