#pragma once

#include <vector>

#include "derive/edition.hpp"
#include "site/site.hpp"

namespace handbok {

/// The files of data that stand beside the pages of a site: the year ahead as a calendar and the
/// matrix of requirements as a table, byte for byte as `handbok export ics` and `handbok matrix
/// --format csv` write them in the handbook's language. A register without rows gives no file, and
/// a draft that a requirement names as evidence is left out.
std::vector<SiteFile> site_data(const Edition& edition);

}  // namespace handbok
