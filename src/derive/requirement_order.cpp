#include "derive/requirement_order.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "derive/dated_row.hpp"
#include "derive/requirement_status.hpp"

namespace handbok {
namespace {

std::pair<std::ptrdiff_t, RequirementOrigin> place_of(const PlacedRequirement& placed,
                                                      const Handbook& handbook) {
  if (placed.clause != nullptr)
    return {placed.clause - handbook.clauses.data(), RequirementOrigin::law};
  return {std::numeric_limits<std::ptrdiff_t>::max(), placed.requirement->origin};
}

}  // namespace

std::vector<PlacedRequirement> requirements_in_order(const DayView& view) {
  const auto& handbook = view.handbook();
  std::vector<PlacedRequirement> placed;
  placed.reserve(handbook.requirements.size());
  for (const auto& requirement : handbook.requirements) {
    if (!is_valid_on(requirement, view.day())) continue;
    placed.push_back({&requirement, clause_of(handbook, requirement)});
  }
  std::ranges::stable_sort(placed, [&](const PlacedRequirement& a, const PlacedRequirement& b) {
    return place_of(a, handbook) < place_of(b, handbook);
  });
  return placed;
}

}  // namespace handbok
