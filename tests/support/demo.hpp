#pragma once

#include <string>

#include "app/build.hpp"
#include "base/file_tree.hpp"

namespace handbok {

/// The sources of the demo handbook, and the default theme.
const FileTree& demo_sources();
const FileTree& default_theme();

/// A site in memory, and what its build said.
struct BuiltSite {
  FileTree files;
  BuildReport report;
};

/// Builds `sources` for `day` ("2026-11-21") with the default theme.
BuiltSite build_in_memory(const FileTree& sources, const std::string& day, int jobs = 2);

/// The demo as of 2026-11-21, built once.
const BuiltSite& demo_site();

}  // namespace handbok
