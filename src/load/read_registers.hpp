#pragma once

#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// Reads every register of model/registers.hpp from registers/*.toml, and from folders of such
/// files (registers/risks/2026.toml). An absent file is an empty register, but for units and roles,
/// on which everything rests. Rows come in the order of their ids; one that repeats an id is
/// reported and left out.
void read_registers(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics);

}  // namespace handbok
