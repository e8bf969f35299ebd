#pragma once

#include "render/site_context.hpp"
#include "site/site.hpp"

namespace handbok {

/// The newest of what the page of news tells, as a feed beside it. Entries keep their ids for ever.
/// With a base URL its links are absolute, else relative to the feed.
SiteFile news_feed(const SiteContext& site);

}  // namespace handbok
