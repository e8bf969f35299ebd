#pragma once

#include <string>
#include <string_view>

#include "render/page.hpp"
#include "render/site_context.hpp"

namespace handbok {

/// Where `path` of the site lies for the world, or the site itself if it is empty. The base URL
/// must be known.
std::string absolute_address(std::string_view path, const RenderOptions& options);

/// What the sheets of a page about a document carry: which text it is, whether it is to be used,
/// and where that can be seen later. `revision` is the one whose text is on the page; nullptr:
/// none.
Sheet sheet_of(std::string_view document, const std::string& title, const Revision* revision,
               const SiteContext& site);

/// The page's sheet as attributes of <html>, each after a blank. A page shows nothing of the day it
/// was built for: it would be a new file every day.
std::string sheet_attributes(const Page& page, const std::string& root, const RenderInput& input);

}  // namespace handbok
