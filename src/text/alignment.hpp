#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace handbok {

/// Stands for the side of a pair that has nothing.
inline constexpr std::size_t nothing = static_cast<std::size_t>(-1);

/// What stands beside each other in two rows of things: places in them, or one of either.
struct AlignedPair {
  std::size_t left = nothing;
  std::size_t right = nothing;
};

/// Sets two rows of `left` and `right` things beside each other, in order. After each difference
/// the nearest place is sought where `alike_in_a_row` of them agree again; of two that differ
/// everywhere only the first differences are sought, so that the time stays in proportion to their
/// lengths.
std::vector<AlignedPair> align(std::size_t left, std::size_t right, int alike_in_a_row,
                               const std::function<bool(std::size_t, std::size_t)>& are_alike);

}  // namespace handbok
