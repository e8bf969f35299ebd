#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbok::word {

/// A paragraph, a heading, the row of a table or a line of code: what is one line if nobody breaks
/// it.
struct LogicalLine {
  int blank_lines = 0;  ///< before it
  int depth = 0;        ///< of lists
  std::string lead;     ///< blanks, marks of lists and quotations before its text
  std::string text;     ///< on one line; a line that ends on purpose has a line feed after it
  std::string source;   ///< as it stands, with line feeds
  bool may_break = false;
};

/// The lines of a Markdown text put together where only their length broke them.
std::vector<LogicalLine> logical_lines(std::string_view text);

}  // namespace handbok::word
