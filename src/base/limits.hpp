#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace handbok {

inline constexpr std::size_t kibibyte = 1024;
inline constexpr std::size_t mebibyte = 1024 * kibibyte;

/// The limits of design 10, by name.
namespace limits {
#define HANDBOK_LIMIT(name, most, code, what) inline constexpr std::size_t name = most;
#include "base/limits.def"
#undef HANDBOK_LIMIT
}  // namespace limits

/// A limit as it is told.
struct Limit {
  std::size_t most = 0;
  std::string_view code;  ///< of the diagnostic; empty: beyond it the answer is coarser
  std::string_view what;
};

inline constexpr auto all_limits = std::to_array<Limit>({
#define HANDBOK_LIMIT(name, most, code, what) {most, code, what},
#include "base/limits.def"
#undef HANDBOK_LIMIT
});

}  // namespace handbok
