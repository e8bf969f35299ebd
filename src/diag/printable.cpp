#include "diag/printable.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace handbok {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr auto hidden = std::to_array<Range>({
    {0x0000, 0x001F},    // C0 controls
    {0x007F, 0x009F},    // DEL and C1 controls
    {0x00AD, 0x00AD},    // soft hyphen
    {0x061C, 0x061C},    // Arabic letter mark
    {0x180E, 0x180E},    // Mongolian vowel separator
    {0x200B, 0x200F},    // zero width, direction marks
    {0x2028, 0x202E},    // line and paragraph separators, direction embeddings and overrides
    {0x2060, 0x206F},    // invisible operators, direction isolates
    {0xFEFF, 0xFEFF},    // byte order mark
    {0xFFF9, 0xFFFB},    // interlinear annotation
    {0xFFFE, 0xFFFF},    // no characters
    {0xE0000, 0xE007F},  // tags
});

constexpr auto combining =
    std::to_array<Range>({{0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x20D0, 0x20FF}});

template <typename Ranges>
bool lies_in(const Ranges& ranges, char32_t value) {
  return std::ranges::any_of(
      ranges, [&](const Range& range) { return range.first <= value && value <= range.last; });
}

std::string hexadecimal(char32_t value, std::size_t digits_min) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (; value != 0 || text.size() < digits_min; value /= 16)
    text += digits[value % 16];
  std::ranges::reverse(text);
  return text;
}

ShownCharacter in_brackets(const std::string& text, std::size_t size) {
  return {"<" + text + ">", static_cast<int>(text.size()) + 2, size};
}

/// The first character of `text`, which is not empty.
ShownCharacter first_shown(std::string_view text) {
  const auto [value, size] = code_point_at(text, 0);
  if (size == 0) return in_brackets(hexadecimal(static_cast<unsigned char>(text.front()), 2), 1);
  if (value == U'\t') return {" ", 1, size};
  if (lies_in(hidden, value)) return in_brackets("U+" + hexadecimal(value, 4), size);
  return {std::string(text.substr(0, size)), lies_in(combining, value) ? 0 : 1, size};
}

}  // namespace

std::vector<ShownCharacter> shown_characters(std::string_view text) {
  std::vector<ShownCharacter> characters;
  while (!text.empty()) {
    characters.push_back(first_shown(text));
    text.remove_prefix(characters.back().size);
  }
  return characters;
}

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (const auto& character : shown_characters(text))
    shown += character.text;
  return shown;
}

}  // namespace handbok
