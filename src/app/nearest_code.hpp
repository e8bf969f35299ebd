#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handbok {

/// The diagnostic code whose name is nearest to `name`, if one is near.
std::optional<std::string> nearest_code(std::string_view name);

}  // namespace handbok
