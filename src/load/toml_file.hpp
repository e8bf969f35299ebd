#pragma once

#include <optional>
#include <string_view>

#include "base/file_tree.hpp"
#include "load/read_scope.hpp"
#include "load/toml_value.hpp"

namespace handbok {

/// Reads TOML text and reports why, if it cannot be read.
std::optional<TomlTable> read_toml(std::string_view text, int first_line, ReadScope& scope);

/// Reads a whole TOML file of the tree: its bytes are checked, then parsed, and what must not be
/// shown is taken out (load/redact.hpp). No value if the file is
/// absent or cannot be read; only the latter is reported.
std::optional<TomlTable> read_toml_file(const FileTree& sources, ReadScope& scope);

}  // namespace handbok
