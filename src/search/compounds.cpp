#include "search/compounds.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace handbok::search {
namespace {

// Shorter parts are found in words that are no compounds: "rut" in "rutin".
constexpr std::size_t letters_min = 4;
constexpr std::size_t short_letters = 3;  // of a word that stands alone elsewhere: "mat"

/// What begins so and is hardly longer is an ending of the first part: "bered" and "skapen".
constexpr auto endings = std::to_array<std::string_view>(
    {"ning", "else", "het",  "skap", "ande", "ende", "ation", "itet", "ism",  "ist",
     "are",  "ing",  "lig",  "bar",  "sam",  "isk",  "dom",   "eri",  "inna", "erna",
     "arna", "orna", "aren", "ast",  "ens",  "iva",  "iv",    "ell",  "ade"});

bool is_ending(std::string_view part) {
  constexpr std::size_t inflection = 4;
  return std::ranges::any_of(endings, [&](std::string_view ending) {
    return part.starts_with(ending) && part.size() <= ending.size() + inflection;
  });
}

}  // namespace

bool CompoundSplitter::is_known(std::string_view part) const {
  const auto letters = count_code_points(part);
  if (letters < short_letters) return false;
  if (letters < letters_min) return is_form_(part);
  return is_form_(part) || is_stem_(part) || is_stem_(stemmer_.stem(part));
}

/// The first part as it is written elsewhere, or without the s that binds it; empty if it is no
/// word.
std::string CompoundSplitter::known_first(std::string_view part, std::string_view last) const {
  if (is_form_(part) && !is_ending(last)) return std::string(part);
  if (!part.ends_with('s')) return {};
  const auto unbound = part.substr(0, part.size() - 1);
  const bool is_bound = count_code_points(unbound) >= short_letters && is_form_(unbound) &&
                        !is_ending("s" + std::string(last));
  return is_bound ? std::string(unbound) : std::string();
}

std::vector<CompoundSplitter::Cut> CompoundSplitter::cuts(std::string_view word) const {
  std::vector<Cut> found;
  const auto count = count_code_points(word);
  if (count > limits::compound_letters) return found;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); at += code_point_at(word, at).size, ++letters) {
    if (letters < short_letters || letters + short_letters > count) continue;
    const auto last = word.substr(at);
    auto first = known_first(word.substr(0, at), last);
    if (first.empty()) continue;  // most end here: the last part, which is stemmed, is asked second
    const bool is_short = letters < letters_min || count - letters < letters_min;
    const bool is_closed = is_known(last);
    if (is_closed || !is_short) found.push_back({std::move(first), std::string(last), is_closed});
  }
  return found;
}

std::vector<std::string> CompoundSplitter::parts(std::string_view word) const {
  const auto found = cuts(word);
  const auto closed = std::ranges::find(found, true, &Cut::is_closed);
  if (closed != found.end()) return {closed->first, closed->last};
  std::vector<std::string> parts;
  for (const auto& cut : found)
    parts.push_back(cut.last);
  if (!found.empty()) parts.push_back(found.back().first);
  return parts;
}

}  // namespace handbok::search
