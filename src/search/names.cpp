#include "search/names.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok::search {
namespace {

bool is_digit(char value) {
  return value >= '0' && value <= '9';
}

std::size_t digits_from(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count]))
    ++count;
  return count;
}

/// The key of two to six letters and up to four digits; empty for anything else.
std::string id_key(std::string_view folded_text) {
  constexpr std::size_t letters_max = 6;
  constexpr std::size_t digits_max = 4;
  std::size_t letters = 0;
  while (letters < folded_text.size() && folded_text[letters] >= 'a' && folded_text[letters] <= 'z')
    ++letters;
  if (letters < 2 || letters > letters_max) return {};
  auto at = letters;
  if (at < folded_text.size() && (folded_text[at] == '-' || folded_text[at] == ' ')) ++at;
  const auto count = digits_from(folded_text, at);
  if (count == 0 || count > digits_max || at + count != folded_text.size()) return {};
  while (at + 1 < folded_text.size() && folded_text[at] == '0')
    ++at;
  return "=" + std::string(folded_text.substr(0, letters)) + "-" +
         std::string(folded_text.substr(at));
}

/// The key of "4:4" and of "4:4 st2 led 1"; empty for anything else.
std::string clause_key(std::string_view text) {
  const auto chapter = digits_from(text, 0);
  if (chapter == 0 || chapter + 1 >= text.size() || text[chapter] != ':') return {};
  const auto section = digits_from(text, chapter + 1);
  const auto end = chapter + 1 + section;
  constexpr std::size_t digits_max = 3;  // "2011:9" is no clause
  const bool is_clause = section > 0 && chapter <= digits_max && section <= digits_max &&
                         (end == text.size() || text[end] == ' ');
  return is_clause ? "=" + std::string(text.substr(0, end)) : std::string();
}

}  // namespace

std::string name_key(std::string_view text, const TextSet& common_words, const Stemmer& stemmer) {
  const auto plain = folded(to_lower(text));
  if (auto key = id_key(plain); !key.empty()) return key;
  if (auto key = clause_key(plain); !key.empty()) return key;
  std::vector<std::string> telling;
  std::vector<std::string> all;
  for (const auto& word : search_words(text)) {
    all.push_back(folded(stemmer.stem(word)));
    if (!common_words.contains(word)) telling.push_back(all.back());
  }
  auto& chosen = telling.empty() ? all : telling;
  std::sort(chosen.begin(), chosen.end());
  return chosen.empty() ? std::string() : "=" + join(chosen, "+");
}

}  // namespace handbok::search
