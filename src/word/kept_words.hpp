#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "word/lost_parts.hpp"
#include "word/tree.hpp"

namespace handbok::word {

/// A word, or what stands before an item of a list.
struct ShownWord {
  std::string text;
  bool is_label = false;
};
using ShownWords = std::vector<ShownWord>;

/// Reads a Word document back: its words, numbers and signs as Word shows them – raised and lowered
/// digits, signs of symbol fonts, boxes, notes, what it counts before the items of its lists – must
/// stand in what was read of it, in order; and if they all do, nothing else may. `bytes` are those
/// that were handed in. What was deleted, and what `find_lost_parts` tells of, is not looked for;
/// what stands at the edge of each page is told.
std::vector<LostPart> find_lost_words(std::string_view bytes, MarkedText marked, const Text& read);

/// The same for what was read and is shown on a page: `page` holds what that shows, in order, the
/// numbers of steps and what stands in notes, which come last, included.
std::vector<LostPart> find_changed_words(Blocks written, const ShownWords& page);

}  // namespace handbok::word
