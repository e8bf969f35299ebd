#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace handbok::word {

/// What `packed` (a raw deflate stream, RFC 1951) unpacks to; no value if it is damaged or cut off,
/// or would give more than `bytes_max`.
std::optional<std::string> inflate_bytes(std::string_view packed, std::size_t bytes_max);

}  // namespace handbok::word
