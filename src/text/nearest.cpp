#include "text/nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

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

/// The Damerau–Levenshtein distance where no part is edited twice (optimal string alignment).
std::size_t distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view wanted, std::span<const std::string> known) {
  return nearest(wanted, known, std::max<std::size_t>(1, folded(wanted).size() / 3));
}

std::optional<std::string> nearest(std::string_view wanted, std::span<const std::string> known,
                                   std::size_t mistakes_max) {
  const auto target = folded(wanted);
  const std::string* best = nullptr;
  auto limit = mistakes_max;
  for (const auto& text : known) {
    const auto candidate = folded(text);
    if (length_difference(target, candidate) > limit) continue;
    const auto mistakes = distance(target, candidate);
    if (mistakes > limit) continue;
    best = &text;
    if (mistakes == 0) break;
    limit = mistakes - 1;
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

}  // namespace handbok
