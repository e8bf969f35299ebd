#pragma once

#include <map>
#include <set>
#include <string>

#include "publish/publish_release.hpp"
#include "support/memory_disk.hpp"

namespace handbok::test {

/// The files of a small site, by path.
using SmallSite = std::map<std::string, std::string>;

/// A site with two pages, an attachment and two assets; `edition` stands on the first page and in
/// the name of one asset.
SmallSite small_site(const std::string& edition);

/// Publishes the site as `handbok publish` does, at that time. Gives the number of the release.
int publish_small(Disk& disk, const SmallSite& site, Moment now,
                  const std::set<std::string, std::less<>>& closed = {});

/// The site that readers get: every file below `current`. Empty if there is none. Throws if a file
/// of the release is missing or torn.
SmallSite served_site(Disk& disk);

}  // namespace handbok::test
