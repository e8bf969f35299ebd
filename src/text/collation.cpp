#include "text/collation.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

enum class Group { end, mark, number, letter, invalid };

/// What is compared as one: a number, a letter or another code point.
struct Element {
  Group group = Group::end;
  char32_t weight = 0;
  std::string_view digits;  // of a number, without leading zeros
  bool upper = false;
};

struct Folding {
  char32_t letter;
  char32_t base;
};

// å ä ö follow z and precede every other letter: control codes that no text holds.
constexpr char32_t weight_aring = 0x80;
constexpr char32_t weight_adiaeresis = 0x81;
constexpr char32_t weight_odiaeresis = 0x82;

constexpr std::array<Folding, 26> foldings = {{
    {U'å', weight_aring},
    {U'ä', weight_adiaeresis},
    {U'æ', weight_adiaeresis},
    {U'ö', weight_odiaeresis},
    {U'ø', weight_odiaeresis},
    {U'à', U'a'},
    {U'á', U'a'},
    {U'â', U'a'},
    {U'ã', U'a'},
    {U'ç', U'c'},
    {U'è', U'e'},
    {U'é', U'e'},
    {U'ê', U'e'},
    {U'ë', U'e'},
    {U'ì', U'i'},
    {U'í', U'i'},
    {U'î', U'i'},
    {U'ï', U'i'},
    {U'ñ', U'n'},
    {U'ò', U'o'},
    {U'ó', U'o'},
    {U'ô', U'o'},
    {U'ù', U'u'},
    {U'ú', U'u'},
    {U'û', U'u'},
    {U'ü', U'y'},
}};

bool is_letter(char32_t weight) {
  if (weight < 0xC0) {
    return (weight >= U'a' && weight <= U'z') ||
           (weight >= weight_aring && weight <= weight_odiaeresis);
  }
  return weight < 0x2000 || weight > 0x2BFF;  // between them: dashes, quotes, arrows, symbols
}

/// Reads the elements of a text one after the other.
class Elements {
public:
  explicit Elements(std::string_view text) : rest_(text) {}

  Element next() {
    if (rest_.empty()) return {};
    if (is_digit(rest_.front())) return next_number();
    const auto point = code_point_at(rest_, 0);
    if (point.size == 0) return next_invalid();
    const auto bytes = rest_.substr(0, point.size);
    rest_.remove_prefix(point.size);
    return element_of(point.value, bytes);
  }

private:
  Element next_number() {
    const auto* const end = std::find_if_not(rest_.begin(), rest_.end(), is_digit);
    const auto length = static_cast<std::size_t>(end - rest_.begin());
    auto digits = rest_.substr(0, length);
    rest_.remove_prefix(length);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return {Group::number, 0, digits, false};
  }

  Element next_invalid() {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return {Group::invalid, byte, {}, false};
  }

  static Element element_of(char32_t value, std::string_view bytes) {
    if (bytes.size() == 1) return element_of_ascii(bytes.front());
    const auto lower = code_point_at(to_lower(bytes), 0).value;
    const auto* const folding =
        std::find_if(foldings.begin(), foldings.end(),
                     [lower](const Folding& each) { return each.letter == lower; });
    const auto weight = folding == foldings.end() ? lower : folding->base;
    return {is_letter(weight) ? Group::letter : Group::mark, weight, {}, lower != value};
  }

  static Element element_of_ascii(char c) {
    const auto lower = static_cast<unsigned char>(ascii_lower(c));
    return {is_letter(lower) ? Group::letter : Group::mark, lower, {}, ascii_lower(c) != c};
  }

  std::string_view rest_;
};

template <typename Value>
int compare_values(const Value& a, const Value& b) {
  if (a == b) return 0;
  return a < b ? -1 : 1;
}

int compare_primary(const Element& a, const Element& b) {
  if (a.group != b.group) return compare_values(a.group, b.group);
  if (a.weight != b.weight) return compare_values(a.weight, b.weight);
  if (a.digits.size() != b.digits.size()) return compare_values(a.digits.size(), b.digits.size());
  return compare_values(a.digits, b.digits);
}

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

int compare_swedish(std::string_view a, std::string_view b) {
  Elements left(a);
  Elements right(b);
  int by_case = 0;
  while (true) {
    const auto l = left.next();
    const auto r = right.next();
    if (const int order = compare_primary(l, r); order != 0) return order;
    if (l.group == Group::end) return by_case != 0 ? by_case : compare_values(a, b);
    if (by_case == 0) by_case = compare_values(l.upper, r.upper);
  }
}

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
