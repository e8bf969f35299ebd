#include "base/whole_word.hpp"

#include <algorithm>
#include <iterator>

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

/// True if one of the words stands at the beginning of `text` as a whole. A word that `text` begins
/// with is the last one that is not behind it, or is as short as what these two have in common.
bool begins_with_any(std::string_view text, const std::set<std::string, std::less<>>& words) {
  auto after = words.upper_bound(text);
  while (after != words.begin()) {
    const std::string_view word = *std::prev(after);
    const auto [in_text, in_word] = std::ranges::mismatch(text, word);
    auto same = static_cast<std::size_t>(in_text - text.begin());
    if (in_word == word.end()) {
      if (word.empty()) return false;
      if (same == text.size() || !is_part_of_word(text[same])) return true;
      --same;
    }
    after = words.upper_bound(text.substr(0, same));
  }
  return false;
}

}  // namespace

bool has_any_whole(std::string_view text, const std::set<std::string, std::less<>>& words) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool starts_inside = at > 0 && is_part_of_word(text[at - 1]);
    if (!starts_inside && begins_with_any(text.substr(at), words)) return true;
  }
  return false;
}

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
