#include "publish/digest_name.hpp"

#include <algorithm>

#include "base/sha256.hpp"

namespace handbok {
namespace {

constexpr std::string_view prefix = "sha256:";
constexpr std::size_t hex_digits = 64;

}  // namespace

std::string digest_name(std::string_view bytes) {
  return std::string(prefix) + sha256_hex(bytes);
}

bool is_digest_name(std::string_view text) {
  return text.size() == prefix.size() + hex_digits && text.starts_with(prefix) &&
         std::ranges::all_of(text.substr(prefix.size()), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

}  // namespace handbok
