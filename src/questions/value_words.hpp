#pragma once

#include "base/value_table.hpp"
#include "diag/codes.hpp"

namespace handbok {

/// The table for a reader: codes such as "covered" are words of the language. What is no known code
/// stands as it is. Programs read the codes, so JSON keeps them.
ValueTable table_in_words(const ValueTable& table, Language language);

}  // namespace handbok
