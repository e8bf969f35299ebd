#include "text/statute_names.hpp"

#include <algorithm>
#include <string_view>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

bool is_same(const Tokens& a, std::size_t i, const Tokens& b, std::size_t j) {
  return a.at(i).kind == b.at(j).kind && a.text(i) == b.text(j);
}

/// The token after `name` if `tokens` continue with it after their word at `index`.
std::optional<std::size_t> end_of_name(const Tokens& tokens, std::size_t index,
                                       const Tokens& name) {
  for (std::size_t i = 1; i < name.size(); ++i) {
    if (!is_same(tokens, index + i, name, i)) return std::nullopt;
  }
  return index + name.size();
}

bool starts_compound(const Tokens& tokens, std::size_t end) {
  return tokens.at(end).kind == TokenKind::dash && tokens.is_attached(end) &&
         tokens.at(end + 1).kind == TokenKind::word && tokens.is_attached(end + 1);
}

std::size_t after_genitive(const Tokens& tokens, std::size_t end) {
  const bool is_genitive = tokens.at(end).kind == TokenKind::colon && tokens.is_attached(end) &&
                           tokens.is_word(end + 1, "s") && tokens.is_attached(end + 1);
  return is_genitive ? end + 2 : end;
}

/// The first word of a sentence as it is written inside one.
std::string with_small_first_letter(std::string_view word) {
  const auto first = code_point_at(word, 0);
  return to_lower(word.substr(0, first.size)) + std::string(word.substr(first.size));
}

}  // namespace

StatuteNames::StatuteNames(std::span<const std::string> names) {
  for (const auto& name : names) {
    const Tokens tokens(name);
    if (tokens.at(0).kind == TokenKind::word) {
      by_first_word_[std::string(tokens.text(0))].push_back(name);
    }
  }
  for (auto& [word, same_start] : by_first_word_) {
    std::stable_sort(same_start.begin(), same_start.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
  }
}

std::optional<NameMatch> StatuteNames::match(const Tokens& tokens, std::size_t index) const {
  if (tokens.at(index).kind != TokenKind::word) return std::nullopt;
  auto found = by_first_word_.find(tokens.text(index));
  if (found == by_first_word_.end() && !is_lower(tokens.text(index).front())) {
    found = by_first_word_.find(with_small_first_letter(tokens.text(index)));
  }
  if (found == by_first_word_.end()) return std::nullopt;
  for (const auto& name : found->second) {
    const auto end = end_of_name(tokens, index, Tokens(name));
    if (end && !starts_compound(tokens, *end)) return NameMatch{name, after_genitive(tokens, *end)};
  }
  return std::nullopt;
}

}  // namespace handbok
