#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"

namespace handbok {

/// `diagnostics` as one SARIF 2.1.0 log, in the order given; `tool_version` is the version of the
/// program. Paths are relative to the base SOURCES, the content folder, which has no address of its
/// own. Only the codes that occur are described as rules.
std::string write_sarif(const std::vector<Diagnostic>& diagnostics, Language language,
                        std::string_view tool_version);

}  // namespace handbok
