#include "base/base64.hpp"

#include <cstdint>

namespace handbok {
namespace {

constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t group_length = 4;
constexpr unsigned digit_bits = 6;
constexpr unsigned byte_bits = 8;

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
  if (text.size() % group_length != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && text.ends_with('=')) {
    text.remove_suffix(1);
    ++padding;
  }
  std::string bytes;
  std::uint32_t waiting = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const auto value = digits.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    waiting = (waiting << digit_bits) | static_cast<std::uint32_t>(value);
    bits += digit_bits;
    if (bits < byte_bits) continue;
    bits -= byte_bits;
    bytes += static_cast<char>((waiting >> bits) & 0xFFU);
    waiting &= (1U << bits) - 1;
  }
  // What is left over is the padding's, and must be nothing.
  if (waiting != 0) return std::nullopt;
  return bytes;
}

}  // namespace handbok
