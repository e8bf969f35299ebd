#pragma once

#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "load/toml_value.hpp"

namespace handbok {

/// What is known of TOML text before a foreign parser sees it.
struct TomlScreen {
  std::optional<TomlError> error;  ///< why it must not see it

  /// Line and column of each string in which an escape stands for a tab or the like, or for a line
  /// feed in what looks like a path: "G:\temp\nytt" is meant as it is written.
  std::set<std::pair<int, int>> meant_literally;
  std::set<std::pair<int, int>> with_code_points;  ///< those with characters written as "\u00E5"
};

/// Looks at every character once. Letters beyond ASCII stand only in strings and comments; what is
/// nested deeper than limits::key_parts, in dotted keys, arrays or inline tables, would exhaust the
/// stack of a parser that recurses.
TomlScreen screen_toml(std::string_view text, int first_line);

}  // namespace handbok
