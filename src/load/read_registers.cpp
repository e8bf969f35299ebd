#include "load/read_registers.hpp"

#include <algorithm>
#include <iterator>
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
  RowsBeingRead rows(*about.rows, list);
  for (auto& table : root.tables(about.key)) {
    table.scope().set_subject(table.written_text("id"));
    rows.keep_last_if(read_row(table, about.shape(), rows.add()));
    table.finish();
    table.scope().set_subject({});
  }
  rows.finish();
}

/// The files of a register: risks.toml, and those in the folder risks.
std::vector<std::string> paths_of(const FileTree& sources, std::string_view file) {
  const auto path = std::string("registers/").append(file);
  std::vector<std::string> paths;
  if (sources.find(path + ".toml") != nullptr) paths.push_back(path + ".toml");
  const auto folder = path + "/";
  const auto& files = sources.files();
  for (auto it = files.lower_bound(folder); it != files.end(); ++it) {
    if (!it->first.starts_with(folder)) break;
    if (it->first.ends_with(".toml")) paths.push_back(it->first);
  }
  return paths;
}

/// The registers that lie in the same files.
using Together = std::vector<const Register*>;

void read_file(const FileTree& sources, const Together& registers, Handbook& handbook,
               ReadScope& scope) {
  auto table = read_toml_file(sources, scope);
  if (!table) return;
  TableReader root(*table, scope);
  for (const auto* const about : registers)
    read_rows(root, *about, rows_to_change(handbook, *about));
  root.finish();
}

void read_together(const FileTree& sources, const Together& registers, Handbook& handbook,
                   Diagnostics& diagnostics) {
  const auto& first = *registers.front();
  const auto path = std::string("registers/").append(first.file).append(".toml");
  const auto paths = paths_of(sources, first.file);
  ReadScope scope(path, consequence_of(first), diagnostics);
  if (first.is_foundation && paths.empty()) scope.report(Code::file_missing, {}, {path});
  for (const auto& one : paths) {
    auto of_file = scope.in_file(one);
    read_file(sources, registers, handbook, of_file);
  }
  for (const auto* const about : registers) {
    auto* const list = rows_to_change(handbook, *about);
    drop_repeated_ids(list, *about->rows, about->shape(), scope);
    if (!about->is_in_file_order) about->rows->sort(list);
  }
}

}  // namespace

void read_registers(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  const auto all = registers_of(handbook);
  std::set<std::string_view> files;
  for (const auto* const first : all) {
    if (!files.insert(first->file).second) continue;
    Together registers;
    std::ranges::copy_if(all, std::back_inserter(registers),
                         [&](const Register* about) { return about->file == first->file; });
    read_together(sources, registers, handbook, diagnostics);
  }
}

}  // namespace handbok
