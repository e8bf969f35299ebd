#include "app/export_calendar.hpp"

#include "app/workspace.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"

namespace handbok {

ExitStatus run(const ExportCalendarCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto day = day_or_today(command.as_of);
  if (!are_known(*sources, day, command.role, command.unit, common.language))
    return ExitStatus::could_not_run;
  const auto result =
      ask_calendar(*sources, day, {command.role, command.unit, command.months, common.language});
  const auto& text = *std::get_if<std::string>(&result);
  if (command.output.empty()) {
    print(text);
  } else {
    write_result(command.output, text);
  }
  return ExitStatus::fine;
}

}  // namespace handbok
