#pragma once

#include <vector>

#include "derive/profile.hpp"
#include "diag/diagnostic.hpp"

namespace handbok {

/// The diagnostics that may be told where the profile's site is: none about or naming a document or
/// revision that it does not show.
std::vector<Diagnostic> diagnostics_for(const ProfileSelection& selection,
                                        const std::vector<Diagnostic>& diagnostics);

}  // namespace handbok
