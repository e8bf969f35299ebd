#include "base/sha256.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <openssl/evp.h>

namespace handbok {
namespace {

constexpr std::string_view prefix = "sha256:";
constexpr std::size_t hex_digits = 64;

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  [[maybe_unused]] const int done =
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
  assert(done == 1 && size == 32 && "OpenSSL always provides SHA-256");
  constexpr std::string_view hex = "0123456789abcdef";
  std::string text;
  text.reserve(64);
  for (unsigned int i = 0; i < size; ++i) {
    text += hex[digest[i] >> 4U];
    text += hex[digest[i] & 15U];
  }
  return text;
}

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
