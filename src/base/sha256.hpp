#pragma once

#include <string>
#include <string_view>

namespace handbok {

/// The SHA-256 of `bytes` as 64 lower-case hexadecimal digits. Safe from any thread.
std::string sha256_hex(std::string_view bytes);

}  // namespace handbok
