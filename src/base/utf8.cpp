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

/// True for À to ÿ, as in "å", which need no closer look.
bool is_western_letter(std::string_view text, std::size_t offset) {
  return text[offset] == '\xC3' && offset + 1 < text.size() &&
         (static_cast<unsigned char>(text[offset + 1]) & 0xC0U) == 0x80;
}

/// Most of all text.
bool is_plain(char c) {
  return is_ascii(c) && static_cast<unsigned char>(c) >= 0x20 && c != 0x7F;
}

/// The two bytes at `at` as a number.
char32_t unit_at(std::string_view bytes, std::size_t at, bool is_low_first) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return is_low_first ? char32_t{second} * 256U + first : char32_t{first} * 256U + second;
}

std::string from_units(std::string_view bytes, bool is_low_first) {
  constexpr char32_t lead_first = 0xD800;
  constexpr char32_t trail_first = 0xDC00;
  constexpr char32_t trail_end = 0xE000;
  std::string text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    auto value = unit_at(bytes, at, is_low_first);
    if (value >= lead_first && value < trail_end) {
      const auto next = at + 3 < bytes.size() ? unit_at(bytes, at + 2, is_low_first) : 0;
      const bool is_pair = value < trail_first && next >= trail_first && next < trail_end;
      value = is_pair ? 0x10000 + (value - lead_first) * 0x400 + (next - trail_first) : U'\uFFFD';
      if (is_pair) at += 2;
    }
    append_utf8(text, value);
  }
  return text;
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

std::string code_point_name(char32_t value) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string name = "U+";
  int shift = 12;
  while (shift < 28 && (value >> static_cast<unsigned>(shift + 4)) != 0)
    shift += 4;
  for (; shift >= 0; shift -= 4)
    name += digits[(value >> static_cast<unsigned>(shift)) & 15U];
  return name;
}

bool is_control_character(char32_t value) {
  return (value < 0x20 && value != '\n' && value != '\t') || (value >= 0x7F && value < 0xA0) ||
         (value >= 0xE000 && value <= 0xF8FF) || (value >= 0xFDD0 && value <= 0xFDEF) ||
         (value & 0xFFFEU) == 0xFFFEU;
}

bool is_hidden_character(char32_t value) {
  return value == 0x061C || value == 0x180E || value == 0x200B || value == 0x200E ||
         value == 0x200F || (value >= 0x2028 && value <= 0x202E) ||
         (value >= 0x2060 && value <= 0x206F) || value == 0xFEFF ||
         (value >= 0xFFF9 && value <= 0xFFFB) || (value >= 0xE0000 && value <= 0xE0FFF);
}

bool has_unseen_characters(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (is_plain(text[offset])) {
      ++offset;
      continue;
    }
    if (is_western_letter(text, offset)) {
      offset += 2;
      continue;
    }
    const auto point = code_point_at(text, offset);
    const bool is_seen =
        point.size > 0 && !is_control_character(point.value) && !is_hidden_character(point.value);
    if (!is_seen) return true;
    offset += point.size;
  }
  return false;
}

std::string with_seen_characters(std::string_view text) {
  std::string seen;
  seen.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const auto size = std::max<std::size_t>(code_point_at(text, offset).size, 1);
    const auto character = text.substr(offset, size);
    seen += has_unseen_characters(character) ? std::string_view("\xEF\xBF\xBD") : character;
    offset += size;
  }
  return seen;
}

std::optional<std::string> from_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return from_units(bytes.substr(2), true);
  if (bytes.starts_with("\xFE\xFF")) return from_units(bytes.substr(2), false);
  return std::nullopt;
}

}  // namespace handbok
