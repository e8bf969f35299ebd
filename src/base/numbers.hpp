#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace handbok {

/// The whole of `text` as a number from `lowest` to `highest`; no value if it is none.
inline std::optional<int> whole_number(std::string_view text, int lowest, int highest) {
  int number = 0;
  const auto* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  const bool is_number = error == std::errc() && stop == end;
  if (!is_number || number < lowest || highest < number) return std::nullopt;
  return number;
}

/// The number that `text` begins with, or 0.
inline int number_at_start(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace handbok
