#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "word/lost_parts.hpp"
#include "word/tree.hpp"

namespace handbok::word {

/// Reads a Word document back: its words, numbers and signs as Word shows them – raised and lowered
/// digits, signs of symbol fonts, boxes, what it counts before the items of its lists – must stand
/// in what was read of it, in order; and if they all do, nothing else may. What was deleted, and
/// what `find_lost_parts` tells of, is not looked for.
std::vector<LostPart> find_lost_words(std::string_view bytes, MarkedText marked, const Text& read);

}  // namespace handbok::word
