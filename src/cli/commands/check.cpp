#include <algorithm>

#include "app/read_handbook.hpp"
#include "app/record.hpp"
#include "app/result_codec.hpp"
#include "app/workspace.hpp"
#include "cli/command.hpp"
#include "cli/known_name.hpp"
#include "cli/named_sources.hpp"
#include "cli/sources.hpp"
#include "diag/write_reports.hpp"
#include "diag/write_text.hpp"

namespace handbok {
namespace {

enum class ReportFormat { text, json, sarif, junit, code_quality };

struct CheckCommand {
  std::string source;
  std::optional<Date> as_of;
  ReportFormat format = ReportFormat::text;
  Severity fail_on = Severity::error;
  std::string document;  ///< only what concerns it; empty: all
  int jobs = 0;
  Caching caching = Caching::on;
};

std::vector<Option> describe(CheckCommand& command) {
  return {source_word(command.source),
          as_of_option(command.as_of),
          choice<ReportFormat>("--format", command.format,
                               {{"code-quality", ReportFormat::code_quality},
                                {"json", ReportFormat::json},
                                {"junit", ReportFormat::junit},
                                {"sarif", ReportFormat::sarif},
                                {"text", ReportFormat::text}},
                               {"text, json, sarif, junit eller code-quality (för GitLab)",
                                "text, json, sarif, junit or code-quality (for GitLab)"}),
          fail_on_option(command.fail_on),
          text("--doc", command.document,
               {"Bara det som rör dokumentet", "Only what concerns the document"}),
          jobs_option(command.jobs),
          no_cache_option(command.caching)};
}

/// Where the sources lie for whoever places a report in a repository: seen from where we run.
std::string folder_in_reports(std::string folder) {
  while (folder.starts_with("./"))
    folder.erase(0, 2);
  while (folder.ends_with('/'))
    folder.pop_back();
  const bool is_elsewhere = folder.starts_with('/') || folder.starts_with("..");
  return folder.empty() || folder == "." || is_elsewhere ? std::string{} : folder + "/";
}

std::string report_text(const CheckResult& result, const std::vector<Diagnostic>& diagnostics,
                        const FileTree& sources, const CheckCommand& command, Language language) {
  switch (command.format) {
    case ReportFormat::text: {
      const TextStyle style{language, wants_colour() ? Colour::on : Colour::off, command.source};
      return with_sources(
          write_text(
              diagnostics, [&](const std::string& path) { return sources.find(path); }, style),
          command.source);
    }
    case ReportFormat::json: return write_json(diagnostics, language, result.sources);
    case ReportFormat::sarif:
      return write_sarif(diagnostics, language, HANDBOK_VERSION, folder_in_reports(command.source));
    case ReportFormat::code_quality:
      return write_code_quality(diagnostics, language, folder_in_reports(command.source));
    case ReportFormat::junit:
      return write_junit(diagnostics, result.documents, command.fail_on, language);
  }
  return {};
}

/// Everything that is wrong, from the cache if nothing has changed since; no value if there is no
/// such folder.
std::optional<CheckResult> result_of(const CheckCommand& command, Date day, FileTree& sources,
                                     const CommonOptions& common) {
  std::optional<Record> record;
  if (command.caching == Caching::on)
    record.emplace(RecordedWork{"check", {day.to_string()}, command.source, {}, {}});
  const auto kept = record ? record->recall() : std::nullopt;
  if (auto known = kept ? decode_check_result(*kept) : std::nullopt) {
    sources = sources_of(known->diagnostics, Severity::note, command.source);
    return known;
  }
  auto opened = open_sources(command.source, common);
  if (!opened) return std::nullopt;
  sources = *std::move(opened);
  const auto isolate = make_isolate(command.jobs, command.source, command.caching);
  auto examination = examine(sources, day, isolate, shipped_law());
  CheckResult result{examination.diagnostics.sorted(), std::move(examination.documents),
                     std::move(examination.sources), examination.diagnostics.stops_build()};
  if (record && !has_lost_work(result.diagnostics)) record->keep(encode_result(result), nullptr);
  return result;
}

bool knows_document(CheckCommand& command, Date day, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  return sources && use_code(read_for_question(*sources), day, SubjectKind::document,
                             command.document, common.language);
}

ExitStatus run(const CheckCommand& asked, const CommonOptions& common) {
  auto command = asked;  // with ids in place of names
  const auto day = day_or_today(command.as_of);
  if (!command.document.empty() && !knows_document(command, day, common))
    return ExitStatus::could_not_run;
  FileTree sources;
  auto result = result_of(command, day, sources, common);
  if (!result) return ExitStatus::could_not_run;
  auto& diagnostics = result->diagnostics;
  if (!command.document.empty()) {
    std::erase_if(diagnostics,
                  [&](const Diagnostic& d) { return document_of(d) != command.document; });
    std::erase_if(result->documents, [&](const std::string& id) { return id != command.document; });
  }
  auto told = diagnostics;
  if (common.quiet)
    std::erase_if(told, [](const Diagnostic& d) { return d.severity != Severity::error; });
  const bool is_silent = common.quiet && told.empty() && command.format == ReportFormat::text;
  if (!is_silent) print(report_text(*result, told, sources, command, common.language));
  if (result->stops_build) return ExitStatus::stopped;
  const bool reached = std::ranges::any_of(
      diagnostics, [&](const Diagnostic& d) { return counts(d, command.fail_on); });
  return reached ? ExitStatus::found_something : ExitStatus::fine;
}

}  // namespace

CommandSpec check_command() {
  return command_spec<CheckCommand>(
      "check",
      {"Kontrollerar handboken utan att bygga den", "Checks the handbook without building it"},
      &describe, &run);
}

}  // namespace handbok
