#pragma once

#include "render/site_context.hpp"

namespace handbok {

/// Hands out the files that are no pages: attachments of every revision that is shown, beside its
/// page, each diagram as a file of its own, and the files of data. Bytes of attachments are those
/// of the sources.
void write_site_files(const SiteContext& site, const SiteSink& sink);

}  // namespace handbok
