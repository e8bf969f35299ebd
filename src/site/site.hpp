#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/site_path.hpp"

namespace handbok {

/// One file of the published site: its address below the site's root, with '/' between names, and
/// its bytes. A site is a set of these; each address occurs once.
struct SiteFile {
  SitePath path;
  std::string bytes;
};

/// Files below this folder serve the pages that they are published with, and no others: they go
/// with them, because they may hold text that has been taken away since. Nobody keeps their
/// addresses.
inline constexpr std::string_view edition_folder = "sok/";

/// Takes finished files one by one, so that a whole site never needs to be in memory.
using SiteSink = std::function<void(SiteFile)>;

}  // namespace handbok
