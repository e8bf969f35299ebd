#include "text/slug.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace handbok {
namespace {

struct Replacement {
  std::u32string_view letters;
  std::string_view ascii;
};

constexpr std::array<Replacement, 11> replacements = {{
    {U"åäàáâã", "a"},
    {U"æ", "ae"},
    {U"ç", "c"},
    {U"ð", "d"},
    {U"éèêë", "e"},
    {U"íìîï", "i"},
    {U"ñ", "n"},
    {U"öøóòôõ", "o"},
    {U"ß", "ss"},
    {U"üúùû", "u"},
    {U"ýÿ", "y"},
}};

std::string ascii_of(char32_t letter) {
  if ((letter >= U'a' && letter <= U'z') || (letter >= U'0' && letter <= U'9')) {
    return {static_cast<char>(letter)};
  }
  const auto* const found =
      std::find_if(replacements.begin(), replacements.end(), [letter](const Replacement& each) {
        return each.letters.find(letter) != std::u32string_view::npos;
      });
  return found == replacements.end() ? std::string() : std::string(found->ascii);
}

}  // namespace

std::string slug(std::string_view text) {
  const std::string lower = to_lower(to_nfc(text));
  std::string result;
  bool gap = false;
  for (std::size_t offset = 0; offset < lower.size();) {
    const auto point = code_point_at(lower, offset);
    offset += std::max<std::size_t>(point.size, 1);
    const auto ascii = ascii_of(point.value);
    if (ascii.empty()) {
      gap = true;
      continue;
    }
    if (gap && !result.empty()) result += '-';
    gap = false;
    result += ascii;
  }
  return result;
}

}  // namespace handbok
