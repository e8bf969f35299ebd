#include "base/whole_word.hpp"

namespace handbok {
namespace {

bool is_part_of_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Where `word` stands as a whole in `text`, from `at` on; npos if nowhere.
std::size_t find_whole(std::string_view text, std::string_view word, std::size_t at) {
  for (at = text.find(word, at); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    const bool starts_inside = at > 0 && is_part_of_word(text[at - 1]);
    if (!starts_inside && (end == text.size() || !is_part_of_word(text[end]))) return at;
  }
  return at;
}

}  // namespace

bool has_whole(std::string_view text, std::string_view word) {
  return !word.empty() && find_whole(text, word, 0) != std::string_view::npos;
}

std::string with_whole_replaced(std::string_view text, std::string_view word,
                                std::string_view other) {
  std::string result;
  std::size_t begin = 0;
  for (auto at = find_whole(text, word, 0); at != std::string_view::npos;
       at = find_whole(text, word, begin)) {
    result.append(text.substr(begin, at - begin)).append(other);
    begin = at + word.size();
  }
  return result.append(text.substr(begin));
}

}  // namespace handbok
