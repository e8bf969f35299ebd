#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace handbok {

/// The hash of a text, however it is held, so that a view can be looked up among strings.
struct TextHash {
  using is_transparent = void;  // NOLINT(readability-identifier-naming): the name is the library's
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

// For sets and maps that are asked very often. What is in them has no order: never walk over them
// to what somebody sees.
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

template <typename Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

}  // namespace handbok
