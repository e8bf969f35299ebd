#pragma once

#include <string_view>
#include <vector>

namespace handbok {

/// True if the part stands somewhere in the text.
inline bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// True if the parts stand in the text one after the other.
inline bool stand_in_order(std::string_view text, const std::vector<std::string_view>& parts) {
  std::size_t at = 0;
  for (const auto part : parts) {
    at = text.find(part, at);
    if (at == std::string_view::npos) return false;
  }
  return true;
}

}  // namespace handbok
