#include "word/tree.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok::word {
namespace {

void append_plain(const Inlines& inlines, std::string& text) {
  for (const auto& one : inlines) {
    if (one.kind == InlineKind::image || one.kind == InlineKind::note) continue;
    text += one.kind == InlineKind::line_break ? "\n" : one.text;
    append_plain(one.inlines, text);
  }
}

bool is_between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

/// What sets words apart, though not as Markdown does: they may be numbers.
bool is_separator(char32_t c) {
  return c == '\t' || is_between(c, 0x0B, 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_unwanted(char32_t c) {
  const bool is_control = (c < 0x20 && c != '\n') || is_between(c, 0x7F, 0x9F);
  const bool is_zero_wide = is_between(c, 0x200B, 0x200F) && c != 0x200C && c != 0x200D;
  return is_control || is_zero_wide || is_between(c, 0x2028, 0x202E) ||
         is_between(c, 0x2060, 0x206F) || is_between(c, 0xE0000, 0xE007F) || c == 0xFEFF ||
         c == 0x061C || c == 0x180E || c == 0xAD;
}

}  // namespace

void forget_what_word_forgets(Blocks& blocks) {
  const auto is_bold = [](const Cell& cell) {
    return cell.empty() || (cell.size() == 1 && cell.front().kind == InlineKind::strong);
  };
  for (auto& block : blocks) {
    block.language.clear();
    forget_what_word_forgets(block.blocks);
    for (auto& item : block.items)
      forget_what_word_forgets(item);
    if (block.rows.empty() || !std::ranges::all_of(block.rows.front(), is_bold)) continue;
    for (auto& cell : block.rows.front()) {
      if (cell.empty()) continue;
      auto inside = std::move(cell.front().inlines);
      cell = std::move(inside);
    }
  }
}

std::string plain_text(const Inlines& inlines) {
  return replaced(plain_lines(inlines), "\n", " ");
}

std::string plain_lines(const Inlines& inlines) {
  std::string text;
  append_plain(inlines, text);
  return std::string(trim(text));
}

Inline text_inline(std::string text) {
  Inline one;
  one.text = std::move(text);
  return one;
}

std::string clean_text(std::string_view text) {
  std::string cleaned;
  for (std::size_t i = 0; i < text.size();) {
    const auto point = code_point_at(text, i);
    if (point.size == 0) break;
    if (is_separator(point.value)) {
      cleaned += ' ';
    } else if (!is_unwanted(point.value)) {
      cleaned.append(text.substr(i, point.size));
    }
    i += point.size;
  }
  return to_nfc(cleaned);
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t bytes_max = 60;
  if (text.size() <= bytes_max) return std::string(text);
  auto end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  return std::string(text.substr(0, end)).append("…");
}

}  // namespace handbok::word
