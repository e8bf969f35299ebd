#pragma once

#include <string>
#include <string_view>

namespace handbok::word {

/// A text that was edited in Word comes back with each paragraph on one line. Gives it the lines of
/// the text that it builds on, wherever it says the same, so that a comparison shows what somebody
/// changed and nothing else; what is new is broken at `line_columns`.
///
/// `edited` and `base` are in the spelling of write_markdown; `source` is the text that `base` was
/// made of, as its author wrote it. Without a base, `base` and `source` are empty.
std::string keep_lines(std::string_view edited, std::string_view base, std::string_view source);

constexpr int line_columns = 110;

}  // namespace handbok::word
