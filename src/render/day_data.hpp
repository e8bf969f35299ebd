#pragma once

#include "render/site_context.hpp"
#include "site/site.hpp"

namespace handbok {

/// What the page of days knows, as a script that hands one value to `handbokDays`: every unit of
/// our own, every text that has applied somewhere, and for each stretch of time the units in which
/// it did or in which it is not known what did. themes/default/days.js reads it;
/// docs/content-format does not promise it.
SiteFile day_data(const SiteContext& site);

}  // namespace handbok
