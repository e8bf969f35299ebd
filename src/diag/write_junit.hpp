#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.hpp"

namespace handbok {

/// `diagnostics` as JUnit XML: one test case for each of `subjects` (the ids of the documents) and
/// for each other subject that a diagnostic names, in byte order. A case fails for each of its
/// diagnostics at or above `threshold`; the others are its output.
std::string write_junit(const std::vector<Diagnostic>& diagnostics,
                        const std::vector<std::string>& subjects, Severity threshold,
                        Language language);

}  // namespace handbok
