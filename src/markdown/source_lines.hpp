#pragma once

#include <string_view>
#include <vector>

#include "model/body.hpp"

namespace handbok {

/// The lines of a text, and where in the file something stands in them.
class SourceLines {
public:
  /// `text` must outlive this; its first line is line `first_line` of the file.
  SourceLines(std::string_view text, int first_line);

  /// Line `number` of the text, counted from 1, without its line end; empty if there is none.
  std::string_view line(int number) const;

  int line_count() const { return static_cast<int>(lines_.size()); }

  /// The place in the file of byte `offset` of line `number`. Quick when asked from left to right.
  TextPosition position(int number, std::size_t offset) const;

private:
  std::vector<std::string_view> lines_;
  int first_line_;

  /// Where the last question was answered: counting goes on from there.
  struct Counted {
    int line = 0;
    std::size_t offset = 0;
    int code_points = 0;
  };
  mutable Counted counted_;
};

/// What stands before the text of a line: quotation marks, list markers, footnote labels, blanks.
struct BlockMarkers {
  int count = 0;          ///< markers
  int indentation = 0;    ///< columns of blanks that do not belong to a marker
  std::string_view text;  ///< the line after them
};

/// Reads the markers of one line. A line that draws a rule ("* * *") has none.
BlockMarkers read_block_markers(std::string_view line);

}  // namespace handbok
