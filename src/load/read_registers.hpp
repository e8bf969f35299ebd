#pragma once

#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// Reads registers/units.toml and registers/roles.toml. Everything rests on them: their errors stop
/// the build.
void read_organisation(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics);

/// Reads registers/sources.toml and registers/clauses.toml. A row with an error is left out.
void read_law(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics);

/// Reads registers/terms.toml: terms and outdated words. A row with an error is left out.
void read_terms(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics);

/// Reads registers/collaboration.toml. A row with an error is left out.
void read_collaboration(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics);

/// Reads registers/redirects.toml: addresses that have moved. A row with an error is left out.
void read_redirects(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics);

}  // namespace handbok
