#pragma once

#include <string>

#include "word/tree.hpp"

namespace handbok::word {

/// The blocks as Markdown in one spelling: each paragraph on one line, "-" before items, "#" before
/// headings, footnotes at the end and numbered in order. Headings are `heading_shift` levels lower
/// than in the tree: the title of a document is not in its text. Ends with a line feed, unless it
/// is empty.
std::string write_markdown(const Blocks& blocks, int heading_shift);

}  // namespace handbok::word
