#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/codes.hpp"

namespace handbok {

/// The value of a slot for a number of days, told as "1 dag" or "5 dagar", "1 day" or "5 days".
std::string days_slot(int days);

/// What is told in place of a value that is not to be told: nothing for what was perhaps meant.
std::string untold_slot(std::string_view value);

/// The value of a slot for what was perhaps meant, told as " (menade du RUT-001?)", " (did you mean
/// RUT-001?)"; nothing is told if there is none.
std::string near_slot(const std::optional<std::string>& near);

/// The value of a slot for what may be written for a key, told with what each means: "own (egen),
/// contractor (entreprenör)"; in English as they are.
std::string values_slot(std::string_view key, const std::vector<std::string>& codes);

/// True of a value in the words of this program alone: a key of the table, or a number of days.
bool is_own_word(std::string_view value);

/// The values of a message's slots in that language: "@state.expired" becomes what the table says
/// ("har gått ut", "has expired"), and days are counted. All other values stay as they are.
std::vector<std::string> slot_values_in(const std::vector<std::string>& values, Language language);

}  // namespace handbok
