#include "load/load.hpp"

#include "diag/code_names.hpp"
#include "load/document_folder.hpp"
#include "load/own_registers.hpp"
#include "load/read_documents.hpp"
#include "load/read_registers.hpp"
#include "load/read_revision.hpp"
#include "load/read_settings.hpp"
#include "load/toml_file.hpp"

namespace handbok {
namespace {

/// Those of documents are told with the documents.
void report_unread(const FileTree& sources, Diagnostics& diagnostics) {
  for (const auto& unread : sources.unread()) {
    if (document_of_path(unread.path)) continue;
    ReadScope(unread.path, Consequence::entry_left_out, diagnostics).report_unread(unread);
  }
}

void collect_words(const TomlTable& table, const std::string& prefix, Words& words) {
  for (const auto& entry : table.entries) {
    if (const auto* const text = std::get_if<std::string>(&entry.value.content)) {
      words[prefix + entry.key] = *text;
    } else if (const auto* const tables =
                   std::get_if<std::vector<TomlTable>>(&entry.value.content)) {
      for (const auto& inner : *tables)
        collect_words(inner, prefix + entry.key + ".", words);
    }
  }
}

}  // namespace

Handbook load(const FileTree& sources, Diagnostics& diagnostics, int jobs) {
  Handbook handbook;
  report_unread(sources, diagnostics);
  read_settings(sources, handbook, diagnostics);
  declare_own_registers(handbook, diagnostics);
  read_registers(sources, handbook, diagnostics);
  read_documents(sources, handbook, diagnostics, jobs);
  return handbook;
}

std::string_view body_text(const FileTree& sources, const Revision& revision) {
  const auto* const bytes = sources.find(revision.path);
  return bytes == nullptr ? std::string_view{} : body_of(*bytes);
}

Words load_words(const FileTree& theme, const std::string& path, Diagnostics& diagnostics) {
  Words words;
  ReadScope scope(path, Consequence::build_stopped, diagnostics);
  if (theme.find(path) == nullptr) {
    scope.report(Code::file_missing, {}, {path});
    return words;
  }
  if (const auto table = read_toml_file(theme, scope)) collect_words(*table, {}, words);
  return words;
}

}  // namespace handbok
