#pragma once

#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// Reads handbook.toml: settings, levels, regimes and document types. Its errors stop the build.
void read_settings(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics);

}  // namespace handbok
