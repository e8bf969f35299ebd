#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>

#include "base/ascii.hpp"

namespace handbok {
namespace {

const utf8proc_uint8_t* bytes_of(std::string_view text, std::size_t offset) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset);
}

constexpr char32_t ascii_end = 0x80;
constexpr char32_t two_bytes_end = 0x800;

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < ascii_end;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return is_ascii(c); });
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < ascii_end) return {lead, 1};
  utf8proc_int32_t value = -1;
  const auto size = utf8proc_iterate(bytes_of(text, offset),
                                     static_cast<utf8proc_ssize_t>(text.size() - offset), &value);
  if (size <= 0) return {};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(size)};
}

void append_utf8(std::string& text, char32_t value) {
  if (value < ascii_end) {
    text += static_cast<char>(value);
    return;
  }
  if (value < two_bytes_end) {
    text += static_cast<char>(0xC0U | (value >> 6U));
    text += static_cast<char>(0x80U | (value & 0x3FU));
    return;
  }
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

std::size_t first_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (is_ascii(text[offset])) {
      ++offset;
      continue;
    }
    const auto point = code_point_at(text, offset);
    if (point.size == 0) return offset;
    offset += point.size;
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    if (is_ascii(text[offset])) {
      ++offset;
      continue;
    }
    const auto point = code_point_at(text, offset);
    offset += point.size == 0 ? 1 : point.size;
  }
  return count;
}

std::string to_nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  utf8proc_uint8_t* result = nullptr;
  const auto size =
      utf8proc_map(bytes_of(text, 0), static_cast<utf8proc_ssize_t>(text.size()), &result,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(size)};
}

std::string to_lower(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    if (is_ascii(text[offset])) {
      lower += ascii_lower(text[offset++]);
      continue;
    }
    const auto point = code_point_at(text, offset);
    if (point.size == 0) {
      lower += text[offset++];
      continue;
    }
    append_utf8(
        lower, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(point.value))));
    offset += point.size;
  }
  return lower;
}

}  // namespace handbok
