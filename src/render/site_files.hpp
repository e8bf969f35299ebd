#pragma once

#include "diag/diagnostic.hpp"
#include "render/diagrams.hpp"
#include "render/site_context.hpp"

namespace handbok {

/// Draws the process of every revision that has a page, all in one go. Reports
/// diagram.layout-failed for those that cannot be drawn.
Diagrams draw_diagrams(const SiteContext& site, Diagnostics& diagnostics);

/// Hands out the files that are no pages: attachments of every revision that is shown, beside its
/// page, each diagram as a file of its own, and the files of data. Bytes of attachments are those
/// of the sources.
void write_site_files(const SiteContext& site, const SiteSink& sink);

}  // namespace handbok
