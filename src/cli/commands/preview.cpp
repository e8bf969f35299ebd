#include "app/build_site.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "cli/tell_diagnostics.hpp"

namespace handbok {
namespace {

struct PreviewCommand {
  std::string source;
  std::string output;
  std::optional<Date> as_of;
  std::string theme;
  Caching caching = Caching::on;
};

std::vector<Option> describe(PreviewCommand& command) {
  return {source_word(command.source),
          required(text("-o,--output", command.output,
                        {"Mappen att skriva till; aldrig den som publiceras",
                         "The folder to write to; never the one that is published"})),
          as_of_option(command.as_of), theme_option(command.theme),
          no_cache_option(command.caching)};
}

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

ExitStatus run(const PreviewCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources || !require_outside(command.output, command.source, common))
    return ExitStatus::could_not_run;
  const auto theme = open_theme(command.theme, common);
  if (!theme) return ExitStatus::could_not_run;
  BuildOptions options;
  options.as_of = day_or_today(command.as_of);
  options.law = shipped_law();
  const auto isolate = make_isolate(0, command.source, command.caching);
  const auto built = build_preview(*sources, *theme, options, isolate, command.output);
  if (const auto* const problem = std::get_if<PreviewProblem>(&built)) {
    print_error(common.language, problem_text(*problem, command.output, common.language));
    return ExitStatus::could_not_run;
  }
  const auto& result = *std::get_if<BuildSiteResult>(&built);
  tell(result, command, *sources, common);
  const bool is_built = result.report.outcome == BuildOutcome::built;
  return is_built ? ExitStatus::fine : ExitStatus::stopped;
}

}  // namespace

CommandSpec preview_command() {
  return command_spec<PreviewCommand>(
      "preview",
      {"Visar utkast och det som granskas på en egen webbplats",
       "Shows drafts and texts under review on a site of their own"},
      &describe, &run);
}

}  // namespace handbok
