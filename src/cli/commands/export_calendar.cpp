#include "app/workspace.hpp"
#include "cli/command.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"
#include "questions/planned_calendar.hpp"

namespace handbok {
namespace {

struct ExportCalendarCommand {
  std::string source;
  std::optional<Date> as_of;
  std::string output;  ///< empty: stdout
  std::string unit;
  std::string role;
  int months = 12;
};

std::vector<Option> describe(ExportCalendarCommand& command) {
  constexpr int months_max = 120;
  return {
      source_word(command.source),
      as_of_option(command.as_of),
      output_option(command.output),
      text("--unit", command.unit, {"Bara det som enheten ska göra", "Only what the unit must do"}),
      text("--role", command.role,
           {"Bara det som rollen ansvarar för", "Only what the role answers for"}),
      number("--months", command.months, {1, months_max},
             {"Så många månader framåt (12)", "So many months ahead (12)"})};
}

ExitStatus run(const ExportCalendarCommand& asked, const CommonOptions& common) {
  auto command = asked;  // with ids in place of names
  const auto handbook = open_handbook(command.source, common);
  if (!handbook) return ExitStatus::could_not_run;
  const auto day = day_or_today(command.as_of);
  if (!use_code(*handbook, day, SubjectKind::role, command.role, common.language) ||
      !use_code(*handbook, day, SubjectKind::unit, command.unit, common.language))
    return ExitStatus::could_not_run;
  const auto text = calendar_file(DayView(*handbook, day),
                                  {command.role, command.unit, command.months, common.language});
  if (command.output.empty()) {
    print(text);
  } else {
    write_result(command.output, text);
  }
  if (!common.quiet) is_absent(*handbook, day, command.unit, common.language);
  return ExitStatus::fine;
}

}  // namespace

CommandSpec export_calendar_command() {
  return command_spec<ExportCalendarCommand>(
      "export ics",
      {"Skriver planerade dagar som en kalender", "Writes planned days as a calendar"}, &describe,
      &run);
}

}  // namespace handbok
