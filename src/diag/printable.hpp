#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace handbok {

/// `text` as it may be shown on a terminal or in a report: control characters, invisible characters
/// and characters that turn the direction of writing are written as <U+001B>, bytes that are not
/// valid UTF-8 as <FF>, a tab as one blank. Everything else stays as it is.
std::string printable(std::string_view text);

/// One character of a text as it is shown.
struct ShownCharacter {
  std::string text;
  int width = 1;         ///< how many columns it takes
  std::size_t size = 1;  ///< how many bytes of the text it stands for
};

/// The characters of `text`, printable.
std::vector<ShownCharacter> shown_characters(std::string_view text);

}  // namespace handbok
