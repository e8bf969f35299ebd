#include "app/export_calendar.hpp"

#include "app/workspace.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/filter_problem.hpp"
#include "cli/sources.hpp"

namespace handbok {

ExitStatus run(const ExportCalendarCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto result = ask_calendar(*sources, day_or_today(command.as_of),
                                   {command.role, command.unit, command.months, common.language});
  if (const auto* const problem = std::get_if<DueProblem>(&result)) {
    print_problem(*problem, command.role, command.unit, common.language);
    return ExitStatus::could_not_run;
  }
  const auto& text = *std::get_if<std::string>(&result);
  if (command.output.empty()) {
    print(text);
  } else {
    write_result(command.output, text);
  }
  return ExitStatus::fine;
}

}  // namespace handbok
