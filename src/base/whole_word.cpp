#include "base/whole_word.hpp"

namespace handbok {
namespace {

bool is_part_of_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

bool has_whole(std::string_view text, std::string_view word) {
  if (word.empty()) return false;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    const bool starts_inside = at > 0 && is_part_of_word(text[at - 1]);
    if (!starts_inside && (end == text.size() || !is_part_of_word(text[end]))) return true;
  }
  return false;
}

}  // namespace handbok
