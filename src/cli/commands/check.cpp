#include <algorithm>

#include "app/read_handbook.hpp"
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
          jobs_option(command.jobs)};
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

std::string report_text(const Examination& examination, const std::vector<Diagnostic>& diagnostics,
                        const FileTree& sources, const CheckCommand& command, Language language) {
  switch (command.format) {
    case ReportFormat::text: {
      const TextStyle style{language, wants_colour() ? Colour::on : Colour::off, command.source};
      return with_sources(
          write_text(
              diagnostics, [&](const std::string& path) { return sources.find(path); }, style),
          command.source);
    }
    case ReportFormat::json:
      return write_json(diagnostics, language, examination.sources);
    case ReportFormat::sarif:
      return write_sarif(diagnostics, language, HANDBOK_VERSION, folder_in_reports(command.source));
    case ReportFormat::code_quality:
      return write_code_quality(diagnostics, language, folder_in_reports(command.source));
    case ReportFormat::junit:
      return write_junit(diagnostics, examination.documents, command.fail_on, language);
  }
  return {};
}

ExitStatus run(const CheckCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto day = day_or_today(command.as_of);
  if (!command.document.empty() &&
      !known_subject(read_for_question(*sources), day, command.document, SubjectKind::document,
                     common.language))
    return ExitStatus::could_not_run;
  auto examination = examine(*sources, day, make_isolate(command.jobs));
  auto diagnostics = examination.diagnostics.sorted();
  if (!command.document.empty()) {
    std::erase_if(diagnostics,
                  [&](const Diagnostic& d) { return document_of(d) != command.document; });
    std::erase_if(examination.documents,
                  [&](const std::string& id) { return id != command.document; });
  }
  auto told = diagnostics;
  if (common.quiet)
    std::erase_if(told, [](const Diagnostic& d) { return d.severity != Severity::error; });
  const bool is_silent = common.quiet && told.empty() && command.format == ReportFormat::text;
  if (!is_silent) print(report_text(examination, told, *sources, command, common.language));
  if (examination.diagnostics.stops_build()) return ExitStatus::stopped;
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
