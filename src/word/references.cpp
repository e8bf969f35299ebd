#include "word/references.hpp"

#include <utility>

#include "base/ascii.hpp"
#include "base/strings.hpp"

namespace handbok::word {
namespace {

constexpr std::string_view scheme = "handbok:";

std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_code = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                         hex_value(text[i + 2]) >= 0;
    if (is_code) {
      result += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

std::string encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view plain = "-._/:@";
  std::string result;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (is_letter_or_digit(byte) || plain.find(byte) != std::string_view::npos) {
      result += byte;
    } else {
      result += '%';
      result += digits[value / 16U];
      result += digits[value % 16U];
    }
  }
  return result;
}

/// The reference between the brackets as a link.
Inline link_to(std::string_view inner) {
  const auto bar = inner.find('|');
  const auto target = trim(inner.substr(0, bar));
  const auto words = bar == std::string_view::npos ? target : trim(inner.substr(bar + 1));
  Inline link;
  link.kind = InlineKind::link;
  link.target = std::string(scheme) + encoded(target);
  link.inlines.push_back(text_inline(std::string(words)));
  return link;
}

void split_text(const std::string& text, Inlines& pieces) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto length = reference_at(text, i);
    if (length == 0) {
      plain += text[i];
      continue;
    }
    if (!plain.empty()) pieces.push_back(text_inline(std::exchange(plain, {})));
    pieces.push_back(link_to(std::string_view(text).substr(i + 2, length - 4)));
    i += length - 1;
  }
  if (!plain.empty()) pieces.push_back(text_inline(std::move(plain)));
}

void link_in(Inlines& inlines) {
  Inlines linked;
  for (auto& one : inlines) {
    if (one.kind == InlineKind::text) {
      split_text(one.text, linked);
      continue;
    }
    if (one.kind != InlineKind::link && one.kind != InlineKind::image) link_in(one.inlines);
    link_references(one.blocks);
    linked.push_back(std::move(one));
  }
  inlines = std::move(linked);
}

}  // namespace

std::size_t reference_at(std::string_view text, std::size_t offset) {
  if (text.substr(offset, 2) != "[[") return 0;
  const auto end = text.find_first_of("[]\n", offset + 2);
  if (end == std::string_view::npos || end == offset + 2) return 0;
  return text.substr(end, 2) == "]]" ? end + 2 - offset : 0;
}

std::optional<std::string> reference_of(std::string_view target) {
  if (!target.starts_with(scheme)) return std::nullopt;
  return decoded(target.substr(scheme.size()));
}

void link_references(Blocks& blocks) {
  for (auto& block : blocks) {
    link_in(block.inlines);
    link_references(block.blocks);
    for (auto& item : block.items)
      link_references(item);
    for (auto& row : block.rows) {
      for (auto& cell : row)
        link_in(cell);
    }
  }
}

}  // namespace handbok::word
