#pragma once

#include "diag/diagnostic.hpp"

namespace handbok {

/// True if a draft with that fault is not ready to be submitted: whatever would withhold it once it
/// is approved, its headings, and the words about its change.
bool stops_submission(const Diagnostic& diagnostic);

}  // namespace handbok
