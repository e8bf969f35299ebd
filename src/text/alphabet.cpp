#include "text/alphabet.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"

namespace handbok {
namespace {

struct LetterRow {
  std::string_view beginnings;  ///< letters of two bytes each that stand under `text`
  std::string_view text;
  std::string_view anchor;
};

constexpr auto letter_rows = std::to_array<LetterRow>({
    {"åÅ", "Å", "A-RING"},
    {"äÄæÆ", "Ä", "A-UML"},
    {"öÖøØ", "Ö", "O-UML"},
    {"éÉèÈêÊëË", "E", "E"},
    {"üÜ", "Y", "Y"},
    {"áÁàÀâÂ", "A", "A"},
    {"óÓôÔ", "O", "O"},
});

}  // namespace

IndexLetter index_letter(std::string_view text) {
  const char first = text.empty() ? '0' : text.front();
  if (is_lower(first)) return index_letter(std::string(1, static_cast<char>(first - 'a' + 'A')));
  if (is_upper(first)) return {std::string(1, first), std::string(1, first)};
  const auto letter = text.substr(0, 2);
  for (const auto& row : letter_rows) {
    const auto at = letter.size() == 2 ? row.beginnings.find(letter) : std::string_view::npos;
    if (at != std::string_view::npos && at % 2 == 0) {
      return {std::string(row.text), std::string(row.anchor)};
    }
  }
  return {"0–9", "0-9"};
}

}  // namespace handbok
