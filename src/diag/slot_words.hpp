#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/codes.hpp"

namespace handbok {

/// The values of a message's slots in that language: "@state.expired" becomes what the table says
/// ("har gått ut", "has expired"). Values that are not in the table stay as they are.
std::vector<std::string> slot_values_in(const std::vector<std::string>& values, Language language);

/// True if the table has the value, such as "@plan.operational".
bool is_slot_word(std::string_view value);

}  // namespace handbok
