#include "app/graph.hpp"

#include "app/workspace.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/sources.hpp"

namespace handbok {

ExitStatus run(const GraphCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  const auto theme = open_theme({}, common);
  if (!sources || !theme) return ExitStatus::could_not_run;
  const auto svg = draw_process(*sources, *theme, command.process, day_or_today(command.as_of),
                                make_isolate(common.jobs));
  if (svg) {
    print(*svg);
    return ExitStatus::fine;
  }
  print_error(common.language,
              command.process + ": " +
                  std::string(choose(common.language, "det finns inget diagram för den dagen.",
                                     "there is no diagram for that day.")));
  return ExitStatus::could_not_run;
}

}  // namespace handbok
