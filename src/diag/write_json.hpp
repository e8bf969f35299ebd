#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.hpp"

namespace handbok {

/// `diagnostics` as JSON lines, in the order given: one object on each line with the keys code,
/// severity, subject, file, line, column, message, remedy, owner, unit and clause, always all of
/// them; `clause` is empty unless it is of one of `sources`, the numbers of the laws and standards
/// that the handbook follows ("SOSFS 2011:9"). A finding that somebody decided to live with has
/// `accepted` too. A line or column of 0 means the file, or the line, as a whole.
std::string write_json(const std::vector<Diagnostic>& diagnostics, Language language,
                       const std::vector<std::string>& sources);

}  // namespace handbok
