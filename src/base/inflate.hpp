#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/expected.hpp"

namespace handbok {

enum class InflateFault : std::uint8_t { damaged, too_large };

/// What was deflated (RFC 1951, without a head, as in ZIP archives). Stops as soon as it would be
/// larger than `bytes_max`: a few bytes can stand for a billion.
Expected<std::string, InflateFault> inflate(std::string_view packed, std::size_t bytes_max);

}  // namespace handbok
