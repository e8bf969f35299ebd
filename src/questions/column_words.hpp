#pragma once

#include <string>
#include <vector>

#include "diag/codes.hpp"

namespace handbok {

/// The columns of a table as headings: "valid_from" is "Gäller från". A name without words stands
/// as it is.
std::vector<std::string> column_headings(const std::vector<std::string>& columns,
                                         Language language);

}  // namespace handbok
