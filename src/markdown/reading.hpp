#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/source_lines.hpp"
#include "model/body.hpp"

namespace handbok {

/// What somebody who reads a text sees: words, and how the blocks that hold them look.
enum class SeenKind : std::uint8_t {
  word,    ///< what stands between blanks
  number,  ///< of a step; `number` says which
  bullet,
  box,      ///< to tick
  heading,  ///< what follows is one
  code,     ///< a block of its own
  rule,     ///< a line across the page
  row,      ///< of a table
  line,     ///< a line that begins like a step ("b)") and so is meant to be one of its own
};

/// One thing seen. Two readings are alike where kind, text and depth are.
struct Seen {
  SeenKind kind = SeenKind::word;
  std::string text;  ///< of a word; of a box whether it is ticked
  int depth = 0;     ///< in how many lists a number or bullet stands
  int number = 0;    ///< of a step
  int place = 0;     ///< in the source its line; on the page which list a number stands in
};

using Reading = std::vector<Seen>;

/// What the author of `lines` sees, read line by line and without asking the parser. What is left
/// out on purpose are the marks of docs/content-format.md: each has its place in
/// source_reading.cpp or source_words.cpp. Notes stand last, in the order of their numbers.
Reading read_source(const SourceLines& lines);

/// What the reader of the finished page sees.
Reading read_page(const Body& body);

}  // namespace handbok
