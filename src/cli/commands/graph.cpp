#include "app/graph.hpp"

#include "app/workspace.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/sources.hpp"

namespace handbok {

ExitStatus run(const GraphCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto svg = draw_process(*sources, command.process, day_or_today(command.as_of), make_isolate(1));
  if (svg) {
    print(*svg);
    return ExitStatus::fine;
  }
  std::string_view reason;
  switch (svg.error()) {
    case GraphFailure::no_process: reason = choose(common.language, "ingen sådan process gäller den dagen.", "no such process is in force that day."); break;
    case GraphFailure::not_drawn: reason = choose(common.language, "diagrammet gick inte att rita.", "the diagram could not be drawn."); break;
  }
  print_error(common.language, command.process + ": " + std::string(reason));
  return ExitStatus::could_not_run;
}

}  // namespace handbok
