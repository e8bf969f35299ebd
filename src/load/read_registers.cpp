#include "load/read_registers.hpp"

#include <set>

#include "base/ascii.hpp"
#include "diag/code_names.hpp"
#include "load/read_row.hpp"
#include "load/toml_file.hpp"
#include "model/registers.hpp"

namespace handbok {
namespace {

Consequence consequence_of(const Register& about) {
  return about.is_foundation ? Consequence::build_stopped : Consequence::entry_left_out;
}

void read_rows(TableReader& root, const Register& about, void* list) {
  for (auto& table : root.tables(about.key)) {
    table.scope().set_subject(table.written_text("id"));
    const auto* const row = about.rows->add(list);
    const bool is_whole = read_row(table, about.shape(), const_cast<void*>(row));
    table.finish();
    table.scope().set_subject({});
    if (!is_whole) about.rows->erase_if(list, [&](const void* other) { return other == row; });
  }
}

/// Reads the file of a register, and what others have in it.
void read_file(const FileTree& sources, const std::vector<const Register*>& all,
               const Register& first, Handbook& handbook, Diagnostics& diagnostics) {
  const auto path = std::string("registers/").append(first.file).append(".toml");
  ReadScope scope(path, consequence_of(first), diagnostics);
  if (first.is_foundation && sources.find(path) == nullptr)
    scope.report(Code::file_missing, {}, {path});
  auto table = read_toml_file(sources, scope);
  if (!table) return;
  TableReader root(*table, scope);
  for (const auto* const about : all) {
    if (about->file != first.file) continue;
    auto* const list = rows_to_change(handbook, *about);
    read_rows(root, *about, list);
    drop_repeated_ids(list, *about->rows, about->shape(), scope);
    if (!about->is_in_file_order) about->rows->sort(list);
  }
  root.finish();
}

}  // namespace

void read_registers(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  const auto all = registers_of(handbook);
  std::set<std::string_view> files;
  for (const auto* const about : all) {
    if (files.insert(about->file).second) read_file(sources, all, *about, handbook, diagnostics);
  }
}

}  // namespace handbok
