#pragma once

#include <functional>
#include <string>

namespace handbok {

/// One file of the published site: its address below the site's root, with '/' between names, and
/// its bytes. A site is a set of these; each address occurs once.
struct SiteFile {
  std::string path;
  std::string bytes;
};

/// Takes finished files one by one, so that a whole site never needs to be in memory.
using SiteSink = std::function<void(SiteFile)>;

}  // namespace handbok
