#pragma once

#include <optional>

#include "base/json.hpp"
#include "word/tree.hpp"

namespace handbok::word {

/// The text in pandoc's JSON; no value if it is not pandoc's. Styles, fonts, sizes and colours are
/// left out, and an indented paragraph becomes a quotation only if its style says so. Lists that a
/// paragraph between their items broke in two are joined. What cannot be kept is among the flaws.
std::optional<Text> read_tree(const Json& document);

/// What was marked while changes were tracked.
struct Marks {
  int tracked = 0;
  int comments = 0;
};

/// Counts the marks in pandoc's JSON, read with --track-changes=all. Who made them is not looked
/// at.
Marks count_marks(const Json& document);

}  // namespace handbok::word
