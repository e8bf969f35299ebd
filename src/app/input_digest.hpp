#pragma once

#include <string>

#include "app/build.hpp"
#include "base/file_tree.hpp"

namespace handbok {

/// The digest of everything that a site is a function of (design 2.1): sources, theme, options and
/// the version of the program. Equal digests mean equal sites.
std::string input_digest(const FileTree& sources, const FileTree& theme,
                         const BuildOptions& options);

}  // namespace handbok
