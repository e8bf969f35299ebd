#pragma once

#include <vector>

#include "diag/diagnostic.hpp"
#include "render/render.hpp"

namespace handbok {

/// The diagnostics that the site may tell its readers, in their order: none that concerns or names
/// a draft. Of a document in review it tells only how long that has lasted, because its text is not
/// decided. All of them, if drafts are shown.
std::vector<const Diagnostic*> publishable_diagnostics(const RenderInput& input);

}  // namespace handbok
