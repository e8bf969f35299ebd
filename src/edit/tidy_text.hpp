#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbok {

/// A text as sources must be, and what had to be done: "@tidy.nfc".
struct TidyText {
  std::string text;
  std::vector<std::string> done;  ///< empty if the text was in order
};

/// `bytes` without byte order mark, with LF line ends and in Normalization Form C. Characters that
/// mislead, such as control characters, stay, because the checks report them. Bytes that are not
/// UTF-8 stay as they are.
TidyText tidy_text(std::string_view bytes);

}  // namespace handbok
