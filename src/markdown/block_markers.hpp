#pragma once

#include <string_view>

namespace handbok {

/// What stands before the text of a line: quotation marks, list markers, footnote labels, blanks.
struct BlockMarkers {
  int count = 0;          ///< markers
  int indentation = 0;    ///< columns of blanks that do not belong to a marker
  std::string_view text;  ///< the line after them
};

/// Reads the markers of one line. A line that draws a rule ("* * *") has none.
BlockMarkers read_block_markers(std::string_view line);

}  // namespace handbok
