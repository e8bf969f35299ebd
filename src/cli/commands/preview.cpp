#include "app/preview.hpp"

#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/sources.hpp"
#include "cli/tell_diagnostics.hpp"

namespace handbok {
namespace {

std::string problem_text(PreviewProblem problem, const std::string& folder, Language language) {
  switch (problem) {
    case PreviewProblem::published:
      return fill_slots(
          choose(language, "{}: dit publiceras en handbok. Ge förhandsgranskningen en egen mapp.",
                 "{}: a handbook is published there. Give the preview a folder of its own."),
          {folder});
    case PreviewProblem::not_empty:
      return fill_slots(
          choose(language, "{}: mappen har annat än en förhandsgranskning. Ge den en egen.",
                 "{}: the folder holds something else. Give the preview its own."),
          {folder});
  }
  return {};
}

void tell(const BuildSiteResult& result, const PreviewCommand& command, const FileTree& sources,
          const CommonOptions& common) {
  if (result.report.outcome == BuildOutcome::stopped) {
    tell_diagnostics(result.report.diagnostics, sources, command.source, common.language);
    print_error(common.language,
                choose(common.language, "förhandsgranskningen stoppades av fel; inget skrevs.",
                       "the preview was stopped by errors; nothing was written."));
    return;
  }
  if (common.quiet) return;
  print_message(
      fill_slots(choose(common.language, "{}/index.html: förhandsgranskning, {} filer",
                        "{}/index.html: preview, {} files"),
                 {command.output, std::to_string(result.files.written + result.files.unchanged)}));
}

}  // namespace

ExitStatus run(const PreviewCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto theme = open_theme(command.theme, common);
  if (!theme) return ExitStatus::could_not_run;
  BuildOptions options;
  options.as_of = day_or_today(command.as_of);
  const auto built =
      build_preview(*sources, *theme, options, make_isolate(common.jobs), command.output);
  if (const auto* const problem = std::get_if<PreviewProblem>(&built)) {
    print_error(common.language, problem_text(*problem, command.output, common.language));
    return ExitStatus::could_not_run;
  }
  const auto& result = *std::get_if<BuildSiteResult>(&built);
  tell(result, command, *sources, common);
  const bool is_built = result.report.outcome == BuildOutcome::built;
  return is_built ? ExitStatus::fine : ExitStatus::stopped;
}

}  // namespace handbok
