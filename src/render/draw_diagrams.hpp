#pragma once

#include "diag/diagnostic.hpp"
#include "render/diagrams.hpp"
#include "render/site_context.hpp"

namespace handbok {

/// Draws the process of every revision that has a page, all in one go. Reports
/// diagram.layout-failed for those that cannot be drawn.
Diagrams draw_diagrams(const SiteContext& site, Diagnostics& diagnostics);

}  // namespace handbok
