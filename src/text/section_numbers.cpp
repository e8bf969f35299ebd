#include "text/section_numbers.hpp"

#include <optional>

#include "base/ascii.hpp"

namespace handbok {
namespace {

constexpr std::size_t listed_max = 30;
constexpr int range_max = 100;

struct SectionNumber {
  int number = 0;
  char letter = 0;  // 0 for none
  std::size_t end = 0;
};

char letter_at(const Tokens& tokens, std::size_t index) {
  const auto text = tokens.text(index);
  if (tokens.at(index).kind != TokenKind::word || text.size() != 1) return 0;
  return is_lower(text.front()) ? text.front() : '\0';
}

std::optional<SectionNumber> read_one(const Tokens& tokens, std::size_t index) {
  const int number = tokens.number(index, 3);
  if (number < 1) return std::nullopt;
  const char letter = letter_at(tokens, index + 1);
  return SectionNumber{number, letter, index + (letter == 0 ? 1U : 2U)};
}

/// Reads what ends a range that began with `first`: "4" of "2–4" or "g" of "24 b–g".
std::optional<SectionNumber> read_last(const Tokens& tokens, std::size_t index,
                                       const SectionNumber& first) {
  if (tokens.at(index).kind != TokenKind::dash) return std::nullopt;
  const char letter = letter_at(tokens, index + 1);
  if (letter != 0) return SectionNumber{first.number, letter, index + 2};
  return read_one(tokens, index + 1);
}

void add(std::vector<std::string>& numbers, int number, char letter) {
  auto text = std::to_string(number);
  if (letter != 0) text += std::string(" ") + letter;
  numbers.push_back(text);
}

/// Adds what lies between `first` and `last`, and `last`. A range that runs backwards or too far
/// gives only its ends.
void add_range(std::vector<std::string>& numbers, const SectionNumber& first,
               const SectionNumber& last) {
  const int width = last.number - first.number;
  if (width > 0 && width <= range_max) {
    for (int number = first.number + 1; number < last.number; ++number) {
      add(numbers, number, 0);
    }
  }
  const char start = width == 0 ? first.letter : '\0';
  for (int letter = start == 0 ? 'a' : start + 1; letter < last.letter; ++letter) {
    add(numbers, last.number, static_cast<char>(letter));
  }
  add(numbers, last.number, last.letter);
}

}  // namespace

SectionNumbers read_section_numbers(const Tokens& tokens, std::size_t index) {
  SectionNumbers list{{}, index};
  auto next = index;
  for (std::size_t count = 0; count < listed_max; ++count) {
    const auto first = read_one(tokens, next);
    if (!first) break;
    add(list.numbers, first->number, first->letter);
    list.end = first->end;
    if (const auto last = read_last(tokens, list.end, *first)) {
      add_range(list.numbers, *first, *last);
      list.end = last->end;
    }
    next = after_separator(tokens, list.end);
    if (next == list.end) break;
  }
  return list;
}

std::size_t after_separator(const Tokens& tokens, std::size_t index) {
  const bool separates = tokens.at(index).kind == TokenKind::comma ||
                         tokens.is_word(index, "och") || tokens.is_word(index, "eller") ||
                         tokens.is_word(index, "samt");
  return separates ? index + 1 : index;
}

}  // namespace handbok
