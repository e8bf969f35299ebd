#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.hpp"

namespace handbok {

/// `diagnostics` as JSON lines, in the order given: one object on each line with the keys code,
/// severity, subject, file, line, column, message, remedy, owner, unit and clause, always all of
/// them; a finding that somebody decided to live with has `accepted` too. A line or column of 0
/// means the file, or the line, as a whole.
std::string write_json(const std::vector<Diagnostic>& diagnostics, Language language);

}  // namespace handbok
