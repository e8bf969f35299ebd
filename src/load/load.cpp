#include "load/load.hpp"

#include <algorithm>

#include "diag/code_names.hpp"
#include "load/read_documents.hpp"
#include "load/read_quality.hpp"
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

/// The registers that nothing else rests on: a row that repeats an id is left out.
template <typename... Registers>
void sort_registers(Diagnostics& diagnostics, Registers&... registers) {
  (sort_and_report_duplicates(registers, Consequence::entry_left_out, diagnostics), ...);
}

}  // namespace

Handbook load(const FileTree& sources, Diagnostics& diagnostics, int jobs) {
  Handbook handbook;
  report_unread(sources, diagnostics);
  read_settings(sources, handbook, diagnostics);
  read_organisation(sources, handbook, diagnostics);
  read_law(sources, handbook, diagnostics);
  read_terms(sources, handbook, diagnostics);
  read_collaboration(sources, handbook, diagnostics);
  read_documents(sources, handbook, diagnostics, jobs);
  read_obligations(sources, handbook, diagnostics);
  read_quality_work(sources, handbook, diagnostics);
  read_planning(sources, handbook, diagnostics);
  read_practice(sources, handbook, diagnostics);
  read_redirects(sources, handbook, diagnostics);
  read_suppressions(sources, handbook, diagnostics);
  std::ranges::sort(handbook.types, {}, &DocumentType::id);
  sort_and_report_duplicates(handbook.units, Consequence::build_stopped, diagnostics);
  sort_and_report_duplicates(handbook.roles, Consequence::build_stopped, diagnostics);
  auto& h = handbook;
  sort_registers(diagnostics, h.sources, h.terms, h.collaboration_points, h.requirements, h.waivers,
                 h.duties, h.decisions, h.reporting_duties, h.services, h.risks, h.self_checks,
                 h.findings, h.actions, h.compilations, h.goals, h.forums, h.calendar, h.reviews,
                 h.plans, h.control_items, h.reports, h.contract_reports, h.methods,
                 h.information_sources, h.external_systems, h.evidence, h.rollouts);
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
