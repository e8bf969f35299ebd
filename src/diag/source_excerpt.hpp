#pragma once

#include <string>
#include <string_view>

namespace handbok {

/// A line of a source file as it is shown, and where the mark under it goes.
struct SourceExcerpt {
  std::string line;
  int mark = -1;  ///< columns before the mark; -1 if the line is not marked
};

/// Line `line` of `source` (counted from 1), made printable. `column` counts code points from 1; 0
/// marks nothing. Of a long line only what lies around the column is kept, with … where it is cut.
/// Empty if there is no such line, or nothing on it.
SourceExcerpt excerpt_of(std::string_view source, int line, int column);

}  // namespace handbok
