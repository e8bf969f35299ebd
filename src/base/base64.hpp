#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handbok {

/// The bytes that base64 text (RFC 4648, padded, without blanks or line ends) stands for. No value
/// if it is not the one way in which those bytes are written.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace handbok
