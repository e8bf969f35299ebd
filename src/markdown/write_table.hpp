#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "markdown/markdown_tree.hpp"
#include "markdown/source_lines.hpp"
#include "markdown/write_inlines.hpp"

namespace handbok {

/// Writes the frame of tables: a box that scrolls, named after the cells of the table's head.
class TableWriter {
public:
  explicit TableWriter(BodyBuilder& builder) : builder_(builder) {}

  /// Enters or leaves a table or one of its rows.
  void write_frame(const TreeStep& step);

  /// Opens a cell and gives the tag that closes it. A head without text is no head.
  std::string_view open_cell(const TreeStep& step, bool is_empty);

  /// What stood in a cell.
  void note_cell(const std::string& text);

  /// How many columns the table has, once its head is written.
  std::size_t columns() const { return columns_; }

private:
  void start_table();
  void name_table();

  BodyBuilder& builder_;
  BodyBuilder::Mark label_;
  std::string head_;
  std::map<std::string, int> labels_;  ///< regions of one page need names of their own
  std::size_t columns_ = 0;
  bool is_in_head_ = false;
  bool has_body_ = false;
};

/// How many cells the line of a table holds: the stretches between its bars. A bar after a
/// backslash is text, also in code. `line` may begin with marks of lists and quotations.
std::size_t cells_in_row(std::string_view line);

/// True if the first two lines of a paragraph, from `line` on, both begin with a bar: it was meant
/// to be a table, but the line under its head is missing or does not fit the head.
bool looks_like_table(const SourceLines& lines, int line, int end_line);

}  // namespace handbok
