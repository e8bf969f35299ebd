#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace handbok {

/// The text of `known` that the writer of `wanted` most likely meant: the one with the fewest
/// typing mistakes between them (a letter added, missing, wrong or swapped with its neighbour),
/// whatever the case. No value if there are more mistakes than a third of the letters of `wanted`,
/// but one is always allowed. Of equally near texts the first is given. Expects UTF-8.
std::optional<std::string> nearest(std::string_view wanted, std::span<const std::string> known);

/// The same with at most so many mistakes.
std::optional<std::string> nearest(std::string_view wanted, std::span<const std::string> known,
                                   std::size_t mistakes_max);

}  // namespace handbok
