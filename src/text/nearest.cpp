#include "text/nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

std::u32string folded(std::string_view text) {
  const std::string lower = to_lower(text);
  std::u32string points;
  for (std::size_t offset = 0; offset < lower.size();) {
    const auto point = code_point_at(lower, offset);
    points += point.value;
    offset += std::max<std::size_t>(point.size, 1);
  }
  return points;
}

std::size_t length_difference(std::u32string_view a, std::u32string_view b) {
  return a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
}

/// The Damerau–Levenshtein distance where no part is edited twice (optimal string alignment), as
/// long as it is no more than `most`; otherwise something larger.
std::size_t distance(std::u32string_view a, std::u32string_view b, std::size_t most) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = j;
  }
  std::size_t least = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    const auto least_of_last = least;
    least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    // What follows adds to one of the last two rows.
    if (least > most && least_of_last >= most) return most + 1;
  }
  return row[b.size()];
}

std::size_t mistakes_allowed(std::u32string_view wanted) {
  return std::max<std::size_t>(1, wanted.size() / 3);
}

/// The number of the nearest text; none once `letters_left` would be fewer than none.
std::optional<std::size_t> nearest_of(std::u32string_view wanted,
                                      std::span<const std::u32string> known,
                                      std::size_t mistakes_max, std::size_t& letters_left) {
  std::optional<std::size_t> best;
  auto limit = mistakes_max;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const bool is_near = length_difference(wanted, known[i]) <= limit;
    const auto letters = is_near ? wanted.size() * known[i].size() + 1 : 1;
    if (letters > letters_left) return std::nullopt;
    letters_left -= letters;
    const auto mistakes = is_near ? distance(wanted, known[i], limit) : limit + 1;
    if (mistakes > limit) continue;
    best = i;
    if (mistakes == 0) break;
    limit = mistakes - 1;
  }
  return best;
}

std::vector<std::u32string> all_folded(std::span<const std::string> texts) {
  std::vector<std::u32string> all;
  all.reserve(texts.size());
  for (const auto& text : texts)
    all.push_back(folded(text));
  return all;
}

}  // namespace

std::optional<std::string> nearest(std::string_view wanted, std::span<const std::string> known) {
  return nearest(wanted, known, mistakes_allowed(folded(wanted)));
}

std::optional<std::string> nearest(std::string_view wanted, std::span<const std::string> known,
                                   std::size_t mistakes_max) {
  auto letters_left = limits::near_letters;
  const auto found = nearest_of(folded(wanted), all_folded(known), mistakes_max, letters_left);
  return found ? std::optional(known[*found]) : std::nullopt;
}

KnownTexts::KnownTexts(std::vector<std::string> known)
    : known_(std::move(known)),
      folded_(all_folded(known_)),
      letters_left_(limits::near_letters) {}

std::optional<std::string> KnownTexts::nearest_to(std::string_view wanted) {
  if (const auto asked = answers_.find(wanted); asked != answers_.end()) return asked->second;
  const auto target = folded(wanted);
  const auto found = nearest_of(target, folded_, mistakes_allowed(target), letters_left_);
  auto& answer = answers_[std::string(wanted)];
  if (found) answer = known_[*found];
  return answer;
}

}  // namespace handbok
