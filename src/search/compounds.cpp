#include "search/compounds.hpp"

#include "base/utf8.hpp"

namespace handbok::search {
namespace {

constexpr std::size_t letters_min = 4;
constexpr std::size_t unknown_letters_min = 6;

}  // namespace

bool CompoundSplitter::is_known(std::string_view part) const {
  return count_code_points(part) >= letters_min &&
         (words_.contains(part) || words_.contains(stemmer_.stem(part)));
}

/// The first part as a word: as it stands, or without the s that binds it; empty if it is none.
std::string CompoundSplitter::known_first(std::string_view part) const {
  if (words_.contains(part)) return std::string(part);
  const auto unbound = part.ends_with('s') ? part.substr(0, part.size() - 1) : part;
  return is_known(unbound) ? std::string(unbound) : std::string();
}

std::optional<std::pair<std::string, std::string>> CompoundSplitter::split(
    std::string_view word) const {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); at += code_point_at(word, at).size, ++letters) {
    if (letters < letters_min || !is_known(word.substr(at))) continue;
    auto first = known_first(word.substr(0, at));
    if (!first.empty()) return std::pair(std::move(first), std::string(word.substr(at)));
  }
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> CompoundSplitter::open_splits(
    std::string_view word) const {
  std::vector<std::pair<std::string, std::string>> splits;
  const auto count = count_code_points(word);
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); at += code_point_at(word, at).size, ++letters) {
    if (letters < letters_min || letters + unknown_letters_min > count) continue;
    auto first = known_first(word.substr(0, at));
    if (!first.empty()) splits.emplace_back(std::move(first), word.substr(at));
  }
  return splits;
}

}  // namespace handbok::search
