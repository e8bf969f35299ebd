#pragma once

#include <cstddef>
#include <string_view>

#include "markdown/source_lines.hpp"

namespace handbok {

/// Finds where in the source the texts of one block stand. The parser says it nearly right: on
/// later lines of a paragraph it does not know the indentation, and link definitions before the
/// text are not counted as lines. Asked for the first text of a block before the others.
class TextPlace {
public:
  /// The block ends on line `last_line` of the text. `lines` must outlive this.
  TextPlace(const SourceLines& lines, int last_line) : lines_(lines), last_line_(last_line) {}

  /// How something stands in the source.
  struct Found {
    TextPosition position;
    int line = 0;             ///< of the text
    std::size_t offset = 0;   ///< in the line
    bool is_certain = false;  ///< `piece` stands there
    bool is_escaped = false;  ///< with a backslash before it, or written with entities
  };

  /// Looks for `piece` where the parser puts it: at byte `offset` of line `line`.
  Found find(int line, std::size_t offset, std::string_view piece);

private:
  bool find_on_later_line(int line, std::string_view piece);

  const SourceLines& lines_;
  int last_line_;
  int shift_ = 0;           ///< lines that the parser did not count
  int searches_left_ = 20;  ///< for pieces that are nowhere: a hostile text may have many
};

}  // namespace handbok
