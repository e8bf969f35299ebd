#include "text/citation.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.hpp"

namespace handbok {
namespace {

/// Numbers of chapters or sections as they are listed in a text.
struct SectionNumbers {
  std::vector<std::string> numbers;  ///< "3", "24 b"; ranges written out
  std::size_t end = 0;               ///< the first token after them
};

// "1–999 §§" is a misprint or no reference; written out it would fill the memory.
constexpr std::size_t listed_max = 30;
constexpr int range_max = 100;

struct SectionNumber {
  int number = 0;
  char letter = 0;  // 0 for none
  std::size_t end = 0;
};

/// The token after a comma, "och", "eller" or "samt" at `index`, or `index`.
std::size_t after_separator(const Tokens& tokens, std::size_t index) {
  const bool separates = tokens.at(index).kind == TokenKind::comma ||
                         tokens.is_word(index, "och") || tokens.is_word(index, "eller") ||
                         tokens.is_word(index, "samt");
  return separates ? index + 1 : index;
}

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

/// The list from token `index` on: "3", "6 a", "5, 6 och 6 a", "2–4" or "24 b–g". Empty if there is
/// none. Reads at most a few dozen numbers, so that a long row of figures costs no time.
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

constexpr std::array<std::string_view, 10> ordinals = {"första", "andra",  "tredje", "fjärde",
                                                       "femte",  "sjätte", "sjunde", "åttonde",
                                                       "nionde", "tionde"};

/// Paragraphs or points, and the token after them.
struct Parts {
  std::vector<int> values;
  std::size_t end = 0;
};

bool is_any_word(const Tokens& tokens, std::size_t index,
                 std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&tokens, index](std::string_view word) {
    return tokens.is_word(index, word);
  });
}

/// The token after `index` and the full stop of an abbreviation there.
std::size_t after_abbreviation(const Tokens& tokens, std::size_t index) {
  const bool has_period =
      tokens.at(index + 1).kind == TokenKind::period && tokens.is_attached(index + 1);
  return index + (has_period ? 2U : 1U);
}

bool is_section_sign(const Tokens& tokens, std::size_t index) {
  return tokens.at(index).kind == TokenKind::section_sign;
}

bool is_chapter_word(const Tokens& tokens, std::size_t index) {
  return is_any_word(tokens, index, {"kap", "kapitel", "kapitlet"});
}

int ordinal_at(const Tokens& tokens, std::size_t index) {
  for (std::size_t i = 0; i < ordinals.size(); ++i) {
    if (tokens.is_word(index, ordinals.at(i))) return static_cast<int>(i) + 1;
  }
  return -1;
}

/// Reads "första stycket", "första och andra styckena" or "2 st."; without a value if there is
/// none.
Parts read_paragraphs(const Tokens& tokens, std::size_t index) {
  Parts parts{{}, index};
  auto next = index;
  while (parts.values.size() < ordinals.size()) {
    const int ordinal = ordinal_at(tokens, next);
    const int value = ordinal > 0 ? ordinal : tokens.number(next, 2);
    if (value < 1) return {};
    parts.values.push_back(value);
    if (is_any_word(tokens, next + 1, {"stycket", "styckena", "stycke"})) {
      parts.end = next + 2;
      return parts;
    }
    if (tokens.is_word(next + 1, "st")) {
      parts.end = after_abbreviation(tokens, next + 1);
      return parts;
    }
    const auto after = after_separator(tokens, next + 1);
    if (after == next + 1) return {};
    next = after;
  }
  return {};
}

/// Whether the number at `index` cannot be a point: "6 §", "6 a", "14:30", "1.5", "2-3".
bool starts_something_else(const Tokens& tokens, std::size_t index) {
  const auto next = index + 1;
  const auto kind = tokens.at(next).kind;
  const bool is_decimal = (kind == TokenKind::period || kind == TokenKind::colon) &&
                          tokens.is_attached(next + 1) &&
                          tokens.at(next + 1).kind == TokenKind::number;
  const bool has_letter = tokens.at(next).kind == TokenKind::word &&
                          tokens.text(next).size() == 1 && is_section_sign(tokens, next + 1);
  return is_decimal || has_letter || kind == TokenKind::section_sign ||
         is_chapter_word(tokens, next);
}

/// Reads "1", "1 och 4" or "2–4".
Parts read_point_numbers(const Tokens& tokens, std::size_t index) {
  constexpr std::size_t points_max = 60;
  Parts parts{{}, index};
  auto next = index;
  while (parts.values.size() < points_max) {
    const int value = tokens.number(next, 2);
    if (value < 1 || starts_something_else(tokens, next)) break;
    const bool ends_range = next > index && tokens.at(next - 1).kind == TokenKind::dash;
    const int first = ends_range ? parts.values.back() + 1 : value;
    for (int point = std::min(first, value); point <= value; ++point) {
      parts.values.push_back(point);
    }
    parts.end = next + 1;
    const bool has_dash = tokens.at(parts.end).kind == TokenKind::dash && !ends_range;
    next = has_dash ? parts.end + 1 : after_separator(tokens, parts.end);
    if (next == parts.end) break;
  }
  return parts;
}

/// Reads what is cited, group by group, from the beginning of a phrase to its end.
class ClauseReader {
public:
  ClauseReader(const Tokens& tokens, const StatuteNames& names) : tokens_(tokens), names_(names) {}

  std::optional<CitedClauses> read(std::size_t index) {
    if (!read_group(index)) return std::nullopt;
    while (true) {
      const auto next = after_separator(tokens_, cited_.end);
      if (next == cited_.end || !read_group(next)) return std::move(cited_);
    }
  }

private:
  /// Reads "5 kap. 3 §", "2–4 §§" or "3 kap."; changes nothing if there is none of them.
  bool read_group(std::size_t index) {
    auto numbers = read_section_numbers(tokens_, index);
    if (numbers.numbers.empty()) return false;
    if (is_section_sign(tokens_, numbers.end)) {
      read_sections(numbers);
      return true;
    }
    if (!is_chapter_word(tokens_, numbers.end)) return false;
    chapter_ = numbers.numbers.back();
    cited_.end = after_abbreviation(tokens_, numbers.end);
    const auto sections = read_section_numbers(tokens_, cited_.end);
    const bool has_sections = !sections.numbers.empty() && is_section_sign(tokens_, sections.end);
    if (has_sections) numbers.numbers.pop_back();
    for (auto& chapter : numbers.numbers) {
      cited_.clauses.push_back({std::move(chapter), {}, 0, {}});
    }
    if (has_sections) read_sections(sections);
    return true;
  }

  void read_sections(const SectionNumbers& sections) {
    for (const auto& section : sections.numbers) {
      cited_.clauses.push_back({chapter_, section, 0, {}});
    }
    cited_.end = sections.end + (is_section_sign(tokens_, sections.end + 1) ? 2U : 1U);
    if (!read_paragraphs_of_last(cited_.end) && !read_points_of_last()) return;
    while (true) {
      const auto next = after_separator(tokens_, cited_.end);
      if (next == cited_.end || !read_paragraphs_of_last(next)) return;
    }
  }

  /// Reads "första stycket 1 och 4" at `index` into the last clause, or into copies of it if that
  /// has a paragraph or points already.
  bool read_paragraphs_of_last(std::size_t index) {
    const auto paragraphs = read_paragraphs(tokens_, index);
    if (paragraphs.values.empty()) return false;
    for (const int paragraph : paragraphs.values) {
      auto clause = cited_.clauses.back();
      if (clause.paragraph == 0 && clause.points.empty()) cited_.clauses.pop_back();
      clause.paragraph = paragraph;
      clause.points.clear();
      cited_.clauses.push_back(std::move(clause));
    }
    cited_.end = paragraphs.end;
    read_points_of_last();
    return true;
  }

  bool read_points_of_last() {
    const bool is_named = is_any_word(tokens_, cited_.end, {"p", "punkt", "punkten", "punkterna"});
    const auto first = is_named ? after_abbreviation(tokens_, cited_.end) : cited_.end;
    auto points = read_point_numbers(tokens_, first);
    if (points.values.empty() || (!is_named && !ends_phrase(points.end))) return false;
    cited_.clauses.back().points = std::move(points.values);
    cited_.end = points.end;
    return true;
  }

  /// Whether figures that end before `index` are points and not the beginning of "14 dagar".
  bool ends_phrase(std::size_t index) const {
    return tokens_.at(index).kind != TokenKind::word || after_separator(tokens_, index) != index ||
           tokens_.is_word(index, "i") ||
           read_source_after_clauses(tokens_, index, names_).has_value();
  }

  const Tokens& tokens_;
  const StatuteNames& names_;
  std::string chapter_;
  CitedClauses cited_;
};

/// A citation and the token after it.
struct Found {
  Citation citation;
  std::size_t end = 0;
};

Found found(std::optional<CitedSource> source, std::optional<CitedClauses> clauses,
            std::size_t end) {
  Found result;
  if (source) {
    result.citation.source = std::move(source->number);
    result.citation.name = std::move(source->name);
  }
  if (clauses) result.citation.clauses = std::move(clauses->clauses);
  result.end = end;
  return result;
}

/// Whether the number at `index` is the end of something longer: a date, a time, "A3", "1.4".
bool continues_a_number(const Tokens& tokens, std::size_t index) {
  if (!tokens.is_attached(index)) return false;
  const auto kind = tokens.at(index - 1).kind;
  const bool after_number =
      tokens.is_attached(index - 1) && index > 1 && tokens.at(index - 2).kind == TokenKind::number;
  if (kind == TokenKind::period || kind == TokenKind::comma) return after_number;
  if (kind == TokenKind::dash) return tokens.is_attached(index - 1);
  return kind == TokenKind::word || kind == TokenKind::colon;
}

/// Reads "5 kap. 3 § SOSFS 2011:9", with or without the source.
std::optional<Found> read_clauses_first(const Tokens& tokens, std::size_t index,
                                        const StatuteNames& names) {
  if (tokens.at(index).kind != TokenKind::number || continues_a_number(tokens, index)) {
    return std::nullopt;
  }
  auto clauses = read_clauses(tokens, index, names);
  if (!clauses) return std::nullopt;
  auto source = read_source_after_clauses(tokens, clauses->end, names);
  const auto end = source ? source->end : clauses->end;
  return found(std::move(source), std::move(clauses), end);
}

/// Reads "SOSFS 2011:9, 5 kap. 3 §" or "SoL 14 kap. 3 §", or a number alone. Clauses that a source
/// of their own follows are left for the next citation.
std::optional<Found> read_source_first(const Tokens& tokens, std::size_t index,
                                       const StatuteNames& names) {
  auto source = read_source(tokens, index, names);
  if (!source) return std::nullopt;
  auto next = source->end;
  if (tokens.at(next).kind == TokenKind::close) ++next;
  if (tokens.at(next).kind == TokenKind::comma) ++next;
  auto clauses = read_clauses(tokens, next, names);
  if (clauses && !read_source_after_clauses(tokens, clauses->end, names)) {
    const auto end = clauses->end;
    return found(std::move(source), std::move(clauses), end);
  }
  if (source->number.empty()) return std::nullopt;
  const auto end = source->end;
  return found(std::move(source), std::nullopt, end);
}

}  // namespace

std::optional<CitedClauses> read_clauses(const Tokens& tokens, std::size_t index,
                                         const StatuteNames& names) {
  return ClauseReader(tokens, names).read(index);
}

std::vector<Citation> CitationFinder::find(std::string_view text) const {
  std::vector<Citation> citations;
  if (text.find_first_of("0123456789") == std::string_view::npos) return citations;  // most texts
  const Tokens tokens(text);
  for (std::size_t index = 0; index < tokens.size();) {
    auto next = read_source_first(tokens, index, names_);
    if (!next) next = read_clauses_first(tokens, index, names_);
    if (!next) {
      ++index;
      continue;
    }
    next->citation.begin = tokens.at(index).begin;
    next->citation.end = tokens.at(next->end - 1).end;
    citations.push_back(std::move(next->citation));
    index = next->end;
  }
  return citations;
}

}  // namespace handbok
