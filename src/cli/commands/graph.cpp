#include "app/graph.hpp"

#include "app/workspace.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"

namespace handbok {

ExitStatus run(const GraphCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  const auto theme = open_theme({}, common);
  if (!sources || !theme) return ExitStatus::could_not_run;
  const auto day = day_or_today(command.as_of);
  if (!known_subject(*sources, day, command.process, SubjectKind::document, common.language))
    return ExitStatus::could_not_run;
  const auto svg = draw_process(*sources, *theme, command.process, day, make_isolate(common.jobs));
  if (svg) {
    print(*svg);
    return ExitStatus::fine;
  }
  print_error(common.language,
              command.process + ": " +
                  std::string(choose(common.language, "ingen process med diagram gällde den dagen.",
                                     "no process with a diagram was in force on that day.")));
  return ExitStatus::could_not_run;
}

}  // namespace handbok
