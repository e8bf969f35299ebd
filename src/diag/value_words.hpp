#pragma once

#include <string_view>

#include "base/value_table.hpp"
#include "diag/codes.hpp"

namespace handbok {

/// What a code says in a column: "gap" in "status" is "saknas". A code without words stands as
/// it is.
std::string_view value_text(std::string_view column, std::string_view code, Language language);

/// The table for a reader: codes such as "covered" are words of the language. What is no known code
/// stands as it is. Programs read the codes, so JSON keeps them.
ValueTable table_in_words(const ValueTable& table, Language language);

}  // namespace handbok
