#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbok::word {

/// Word gives a text back with each paragraph on one line. This gives every paragraph that says the
/// same as in `source` the line breaks that it has there, so that a comparison shows only what
/// somebody changed. New text is broken at `line_columns`.
///
/// `edited` and `base` are in the spelling of write_markdown; `source` is the text that `base` was
/// made of, as its author wrote it. Without a base, `base` and `source` are empty.
std::string keep_lines(std::string_view edited, std::string_view base, std::string_view source);

constexpr int line_columns = 110;

/// A paragraph, a heading or a row of a table, which are one line before anybody breaks it; or a
/// block of code between fences.
struct LogicalLine {
  std::string before;  ///< the blank lines before it, as they stand; in a quotation ">"
  int depth = 0;       ///< of lists and quotations
  std::string lead;    ///< blanks, marks of lists and quotations before its text
  std::string text;    ///< on one line; a line that ends on purpose has a line feed after it
  std::string source;  ///< as it stands, with line feeds
  std::string fence;   ///< of code: "```"; `text` is then what stands between the fences
  bool may_break = false;
};

/// The lines of a Markdown text put together where only their length broke them.
std::vector<LogicalLine> logical_lines(std::string_view text);

}  // namespace handbok::word
