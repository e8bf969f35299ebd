#pragma once

#include <vector>

#include "derive/day_view.hpp"

namespace handbok {

/// A requirement at its place in the matrix.
struct PlacedRequirement {
  const Requirement* requirement = nullptr;
  const Clause* clause = nullptr;  ///< that it is about, or nullptr; see clause_of
};

/// The requirements that count on the day of the view, in the order of the matrix: those about a
/// clause by the register of clauses (a row about a whole section stands at its first part), then
/// the others by origin; each in the order of ids. The pointers point into the Handbook.
std::vector<PlacedRequirement> requirements_in_order(const DayView& view);

}  // namespace handbok
