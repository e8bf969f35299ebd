#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_tree.hpp"
#include "load/read_scope.hpp"
#include "load/redact.hpp"
#include "load/table_reader.hpp"
#include "load/toml_value.hpp"

namespace handbok {

/// Reads TOML text and reports why, if it cannot be read.
std::optional<TomlTable> read_toml(std::string_view text, int first_line, ReadScope& scope);

/// Reads a whole TOML file of the tree: its bytes are checked, then parsed. No value if the file is
/// absent or cannot be read; only the latter is reported.
std::optional<TomlTable> read_toml_file(const FileTree& sources, ReadScope& scope);

/// Calls `read_row` with a reader for each [[key]] of registers/<name>.toml; the row's `id`, if it
/// has one, becomes the subject of what is reported. An absent file is an empty register.
template <typename ReadRow>
void read_register(TableReader& root, std::string_view key, ReadRow read_row) {
  for (auto& row : root.tables(key)) {
    if (const auto* const id = row.table().find("id")) {
      if (const auto* const text = std::get_if<std::string>(&id->value.content)) {
        row.scope().set_subject(*text);
      }
    }
    read_row(row);
    row.finish();
    row.scope().set_subject({});
  }
}

/// Calls `read` with the root of a register's file, if it is there and can be read.
template <typename Read>
void with_register(const FileTree& sources, ReadScope scope, Read read) {
  auto table = read_toml_file(sources, scope);
  if (!table) return;
  redact_identity_numbers(*table, scope);
  TableReader root(*table, scope);
  read(root);
  root.finish();
}

/// Keeps a row that has an id.
template <typename Entity>
void keep(std::vector<Entity>& entities, Entity entity) {
  if (!entity.id.empty()) entities.push_back(std::move(entity));
}

/// Where a register lies and what its rows are called: registers/<file>.toml, a list of [[key]].
struct RegisterName {
  std::string_view file;
  std::string_view key;
};

/// Reads a register, each row by `read_row`. A row with an error is
/// left out of the handbook or kept without the faulty value; the diagnostic says so.
template <typename Entity>
void read_rows(const FileTree& sources, Diagnostics& diagnostics, const RegisterName& name,
               std::vector<Entity>& entities, Entity (*read_row)(TableReader&)) {
  auto path = std::string("registers/").append(name.file).append(".toml");
  with_register(
      sources, {std::move(path), Consequence::entry_left_out, diagnostics}, [&](TableReader& root) {
        read_register(root, name.key, [&](TableReader& row) { keep(entities, read_row(row)); });
      });
}

}  // namespace handbok
