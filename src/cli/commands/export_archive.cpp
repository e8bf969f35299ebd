#include "app/export_archive.hpp"

#include "app/new_folder.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "cli/tell_diagnostics.hpp"

namespace handbok {
namespace {

struct ExportArchiveCommand {
  std::string source;
  int year = 0;
  std::string theme;
  std::string output;
};

std::vector<Option> describe(ExportArchiveCommand& command) {
  constexpr int year_max = 9999;
  return {source_word(command.source),
          required(number("--year", command.year, {1, year_max}, {"Året", "The year"})),
          theme_option(command.theme), new_folder_option(command.output)};
}

ExitStatus run(const ExportArchiveCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources || !require_outside(command.output, command.source, common))
    return ExitStatus::could_not_run;
  const auto theme = open_theme(command.theme, common);
  if (!theme) return ExitStatus::could_not_run;
  const auto today = current_day();
  if (command.year > today.year()) {
    print_error(common.language,
                choose(common.language, "året har inte börjat.", "the year has not begun."));
    return ExitStatus::could_not_run;
  }
  const auto isolate = make_isolate();
  const auto archive =
      make_archive({*sources, *theme, command.year, today, isolate, common.language});
  if (archive.report.outcome == BuildOutcome::stopped) {
    tell_diagnostics(archive.report.diagnostics, *sources, command.source, common.language);
    return ExitStatus::stopped;
  }
  if (!write_new_folder(command.output, archive.files)) {
    print_error(common.language, fill_slots(choose(common.language, "{}: mappen är inte tom.",
                                                   "{}: the folder is not empty."),
                                            {command.output}));
    return ExitStatus::could_not_run;
  }
  print(fill_slots(
      choose(common.language, "{}: {} utgåvor, {} filer\n", "{}: {} revisions, {} files\n"),
      {command.output, std::to_string(archive.revisions),
       std::to_string(archive.files.files().size())}));
  return archive.report.withheld.empty() ? ExitStatus::fine : ExitStatus::found_something;
}

}  // namespace

CommandSpec export_archive_command() {
  return command_spec<ExportArchiveCommand>(
      "export archive",
      {"Skriver ett års dokument, att lämna till arkivet",
       "Writes the documents of a year, to hand to an archive"},
      &describe, &run);
}

}  // namespace handbok
