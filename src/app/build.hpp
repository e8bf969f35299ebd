#pragma once

#include <string>

#include "app/build_report.hpp"
#include "base/file_tree.hpp"
#include "base/isolate.hpp"
#include "site/site.hpp"

namespace handbok {

/// True if the sources' handbook has a profile of that name; "" is one. True also if handbook.toml
/// cannot be read, which the build itself tells.
bool has_profile(const FileTree& sources, const std::string& profile);

/// Compiles the sources of a handbook into the site of one day: the table of contents of the
/// program. The site is handed to `sink` file by file; if errors stop the build, `sink` gets none.
BuildReport build(const FileTree& sources, const FileTree& theme, const BuildOptions& options,
                  const Isolate& isolate, const SiteSink& sink);

}  // namespace handbok
