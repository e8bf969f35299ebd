#include "load/load.hpp"

#include <algorithm>

#include "load/read_documents.hpp"
#include "load/read_registers.hpp"
#include "load/read_revision.hpp"
#include "load/read_settings.hpp"
#include "load/register_file.hpp"

namespace handbok {
namespace {

/// Sorts by id and reports ids that occur twice; the first one stays.
template <typename Entity>
void sort_and_report_duplicates(std::vector<Entity>& entities, Consequence consequence,
                                Diagnostics& diagnostics) {
  std::ranges::stable_sort(entities, {}, &Entity::id);
  for (std::size_t i = 1; i < entities.size(); ++i) {
    if (entities[i].id != entities[i - 1].id) continue;
    ReadScope scope(entities[i].location.path, consequence, diagnostics);
    scope.set_subject(entities[i].id);
    const auto& first = entities[i - 1].location;
    scope.report(Code::doc_id_duplicate, {entities[i].location.line, entities[i].location.column},
                 {entities[i].id, first.path + ":" + std::to_string(first.line)});
  }
  const auto has_same_id = [](const Entity& a, const Entity& b) { return a.id == b.id; };
  entities.erase(std::unique(entities.begin(), entities.end(), has_same_id), entities.end());
}

void report_unread(const FileTree& sources, Diagnostics& diagnostics) {
  for (const auto& unread : sources.unread()) {
    ReadScope scope(unread.path, Consequence::entry_left_out, diagnostics);
    if (unread.reason == UnreadReason::not_regular) {
      scope.report(Code::file_not_regular, {}, {unread.path});
    } else {
      scope.report(Code::file_too_large, {},
                   {std::to_string(unread.size), std::to_string(unread.limit)});
    }
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

Handbook load(const FileTree& sources, Diagnostics& diagnostics) {
  Handbook handbook;
  report_unread(sources, diagnostics);
  read_settings(sources, handbook, diagnostics);
  read_organisation(sources, handbook, diagnostics);
  read_law(sources, handbook, diagnostics);
  read_terms(sources, handbook, diagnostics);
  read_collaboration(sources, handbook, diagnostics);
  read_documents(sources, handbook, diagnostics);
  std::ranges::sort(handbook.types, {}, &DocumentType::id);
  sort_and_report_duplicates(handbook.units, Consequence::build_stopped, diagnostics);
  sort_and_report_duplicates(handbook.roles, Consequence::build_stopped, diagnostics);
  sort_and_report_duplicates(handbook.sources, Consequence::entry_left_out, diagnostics);
  sort_and_report_duplicates(handbook.terms, Consequence::entry_left_out, diagnostics);
  sort_and_report_duplicates(handbook.collaboration_points, Consequence::entry_left_out,
                             diagnostics);
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
