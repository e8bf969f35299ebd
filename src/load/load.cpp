#include "load/load.hpp"

#include <algorithm>
#include <map>

#include "diag/code_names.hpp"
#include "load/document_folder.hpp"
#include "load/own_registers.hpp"
#include "load/read_documents.hpp"
#include "load/read_registers.hpp"
#include "load/read_revision.hpp"
#include "load/read_settings.hpp"
#include "load/toml_file.hpp"
#include "model/registers.hpp"
#include "text/nearest.hpp"

namespace handbok {
namespace {

/// Those of documents are told with the documents.
void report_unread(const FileTree& sources, Diagnostics& diagnostics) {
  for (const auto& unread : sources.unread()) {
    if (document_of_path(unread.path)) continue;
    ReadScope(unread.path, Consequence::entry_left_out, diagnostics).report_unread(unread);
  }
}

constexpr std::string_view registers_folder = "registers/";
constexpr std::string_view documents_folder = "documents/";

/// What the folder of a handbook holds besides documents: the names, and the places where they are
/// read.
std::map<std::string, std::string> known_places(const Handbook& handbook) {
  std::map<std::string, std::string> places{{"handbook.toml", "handbook.toml"},
                                            {"documents/", "documents/"},
                                            {"registers/", "registers/"}};
  const auto add = [&](std::string_view file) {
    const auto name = std::string(file).append(".toml");
    places.emplace(name, std::string(registers_folder).append(name));
  };
  for (const auto& about : common_registers())
    add(about.file);
  for (const auto& own : handbook.settings.registers)
    add(own.id);
  return places;
}

/// The part of a path that is in the wrong place: the outermost folder that is none of ours, with
/// '/', or the file.
std::string misplaced_part(std::string_view path) {
  const auto from = path.starts_with(registers_folder) ? registers_folder.size() : 0;
  const auto slash = path.find('/', from);
  return std::string(path.substr(0, slash == std::string_view::npos ? slash : slash + 1));
}

/// Where what lies at `path` was probably meant to be.
std::string meant_place(std::string_view path, std::string_view part,
                        const std::map<std::string, std::string>& places) {
  std::vector<std::string> names;
  for (const auto& [name, place] : places)
    names.push_back(name);
  const auto name_at = [](std::string_view text) {
    return std::string(text.substr(text.find_last_of('/', text.size() - 2) + 1));
  };
  auto name = name_at(part);
  const bool is_in_registers = part.starts_with(registers_folder);
  if (is_in_registers && name.ends_with('/')) name.replace(name.size() - 1, 1, ".toml");
  for (const auto& wanted : {name, name_at(path)}) {
    if (const auto near = nearest(wanted, names)) return places.at(*near);
  }
  return std::string(path.ends_with(".md") ? documents_folder : registers_folder);
}

/// True of one of several files of a register: registers/terms/2025.toml.
bool is_part_of(std::string_view path, std::string_view register_file) {
  constexpr std::string_view suffix = ".toml";
  if (!register_file.starts_with(registers_folder)) return false;
  register_file.remove_suffix(suffix.size());
  return path.starts_with(register_file) && path.ends_with(suffix) &&
         path.substr(register_file.size()).starts_with('/') &&
         path.find('/', register_file.size() + 1) == std::string_view::npos;
}

/// Every file belongs to something or is named; those below documents/ are for who reads those.
/// What does not is named once for a whole folder: a site that was built there has many files.
void report_misplaced(const FileTree& sources, const Handbook& handbook, Diagnostics& diagnostics) {
  const auto places = known_places(handbook);
  const auto is_read = [&](const std::string& path) {
    return path.starts_with(documents_folder) || path == "README.md" ||
           std::ranges::any_of(places, [&](const auto& known) {
             return known.second == path || is_part_of(path, known.second);
           });
  };
  std::string told;
  for (const auto& [path, bytes] : sources.files()) {
    auto part = misplaced_part(path);
    if (is_read(path) || part == told) continue;
    auto scope = path.starts_with(registers_folder)
                     ? ReadScope(path, Consequence::none, diagnostics)
                     : ReadScope::for_document(path, {}, Consequence::none, diagnostics);
    scope.report(Code::file_misplaced, {}, {part}, {meant_place(path, part, places)});
    told = std::move(part);
  }
}

/// The id of a row of an own register is nobody else's: texts, other rows and commands name it
/// without saying where it stands.
void drop_taken_ids(Handbook& handbook, Diagnostics& diagnostics) {
  if (handbook.own_registers.empty()) return;
  std::map<std::string, Location> taken;
  for (const auto& document : handbook.documents)
    taken.emplace(document.id, Location{document.folder, 0, 0});
  for (const auto* const about : registers_of(handbook)) {
    ReadScope scope(std::string(registers_folder).append(about->file).append(".toml"),
                    Consequence::entry_left_out, diagnostics);
    erase_rows(handbook, *about, [&](const RegisterRow& row) {
      const auto [first, is_new] = taken.emplace(row.id(), row.location());
      if (about->own == nullptr || is_new) return false;
      const auto place = row.location();
      scope.set_subject(row.id());
      scope.report(Code::doc_id_duplicate, {place.line, place.column},
                   {row.id(), first->second.path});
      scope.set_subject({});
      return true;
    });
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
  report_misplaced(sources, handbook, diagnostics);
  drop_taken_ids(handbook, diagnostics);
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
