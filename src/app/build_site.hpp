#pragma once

#include <cstddef>
#include <string>

#include "app/build.hpp"

namespace handbok {

/// What a build into a folder did there.
struct WriteCounts {
  std::size_t written = 0;
  std::size_t unchanged = 0;
};

struct BuildSiteResult {
  BuildReport report;
  WriteCounts files;
};

/// Builds into `folder`, writing only what differs. A stopped build touches nothing there. Throws
/// IoError.
BuildSiteResult build_site(const FileTree& sources, const FileTree& theme,
                           const BuildOptions& options, const Isolate& isolate,
                           const std::string& folder);

}  // namespace handbok
