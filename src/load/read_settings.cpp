#include "load/read_settings.hpp"

#include "diag/code_names.hpp"
#include "load/read_row.hpp"
#include "load/toml_file.hpp"

namespace handbok {

void read_settings(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  ReadScope scope("handbook.toml", Consequence::build_stopped, diagnostics);
  if (sources.find(scope.path()) == nullptr) {
    scope.report(Code::file_missing, {}, {scope.path()});
    return;
  }
  auto table = read_toml_file(sources, scope);
  if (!table) return;
  TableReader root(*table, scope);
  read_row(root, shape_of<Handbook>(), &handbook);
  const int format = handbook.settings.format;
  if (format > newest_format) {  // what else is unknown in it is no fault of its authors
    scope.report(Code::toml_format_newer, root.position_of("format"), {std::to_string(format)});
    return;
  }
  root.finish();
}

}  // namespace handbok
