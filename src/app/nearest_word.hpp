#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace handbok {

/// The diagnostic code whose name is nearest to `name`, if one is near.
std::optional<std::string> nearest_code(std::string_view name);

/// The word of `known` that is nearest to `wanted`, if one is near (text/nearest).
std::optional<std::string> nearest_word(std::string_view wanted,
                                        std::span<const std::string> known);

}  // namespace handbok
