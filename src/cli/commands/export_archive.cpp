#include "app/export_archive.hpp"

#include "app/new_folder.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/sources.hpp"
#include "cli/tell_diagnostics.hpp"

namespace handbok {

ExitStatus run(const ExportArchiveCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto theme = open_theme(command.theme, common);
  if (!theme) return ExitStatus::could_not_run;
  const auto today = current_day();
  if (command.year > today.year()) {
    print_error(common.language,
                choose(common.language, "året har inte börjat.", "the year has not begun."));
    return ExitStatus::could_not_run;
  }
  const auto isolate = make_isolate(common.jobs);
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

}  // namespace handbok
