#include "app/export_feed.hpp"

#include "app/workspace.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/sources.hpp"

namespace handbok {

ExitStatus run(const ExportFeedCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto theme = open_theme({}, common);
  if (!theme) return ExitStatus::could_not_run;
  BuildOptions options;
  options.as_of = day_or_today(command.as_of);
  options.base_url = command.base_url;
  const auto feed = ask_feed(*sources, *theme, options, make_isolate(common.jobs));
  if (!feed) {
    print_error(common.language,
                choose(common.language, "handboken har fel som stoppar; handbok check visar dem.",
                       "the handbook has errors that stop it; handbok check shows them."));
    return ExitStatus::stopped;
  }
  if (command.output.empty()) {
    print(*feed);
  } else {
    write_result(command.output, *feed);
  }
  return ExitStatus::fine;
}

}  // namespace handbok
