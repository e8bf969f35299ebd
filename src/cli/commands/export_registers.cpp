// export csv and export json: registers as tables.
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "cli/table_text.hpp"
#include "questions/asof.hpp"
#include "questions/register_tables.hpp"

namespace handbok {
namespace {

/// Which register to write where.
struct ExportCsvCommand {
  std::string name;  ///< "risks"
  std::string source;
  std::optional<Date> as_of;
  std::string output;  ///< empty: stdout
};

struct ExportJsonCommand {
  std::string name;  ///< empty: all of them
  std::string source;
  std::optional<Date> as_of;
  std::string output;
};

std::vector<Option> describe_csv(ExportCsvCommand& command) {
  return {positional({"register", "register"}, command.name,
                     {"Till exempel documents eller risks", "For example documents or risks"}),
          source_word(command.source), as_of_option(command.as_of), output_option(command.output)};
}

std::vector<Option> describe_json(ExportJsonCommand& command) {
  return {source_word(command.source),
          text("--register", command.name,
               {"Bara det registret, till exempel risks", "Only that register, such as risks"}),
          as_of_option(command.as_of), output_option(command.output)};
}

/// What the handbook does not know of the day is told besides: no rows is then no answer.
void give(const std::string& text, const std::string& output, const DayView& view,
          const std::string& name, const CommonOptions& common) {
  if (output.empty()) {
    print(text);
  } else {
    write_result(output, text);
  }
  const auto unknown = incomplete_text(view, view.day(), common.language, replaced(name, "-", "_"));
  if (!unknown.empty() && !common.quiet) print_message(unknown);
}

ExitStatus tell_unknown(const Handbook& handbook, const std::string& name, Language language) {
  print_error(language,
              fill_slots(choose(language, "{}: det finns inget sådant register. Välj bland {}.",
                                "{}: there is no such register. Choose among {}."),
                         {name, join(register_names(handbook), ", ")}));
  return ExitStatus::could_not_run;
}

ExitStatus run_csv(const ExportCsvCommand& command, const CommonOptions& common) {
  const auto handbook = open_handbook(command.source, common);
  if (!handbook) return ExitStatus::could_not_run;
  const DayView view(*handbook, day_or_today(command.as_of));
  const auto table = register_table(view, command.name);
  if (!table) return tell_unknown(*handbook, command.name, common.language);
  give(table_in(TableFormat::csv, *table, common.language), command.output, view, command.name,
       common);
  return ExitStatus::fine;
}

ExitStatus run_json(const ExportJsonCommand& command, const CommonOptions& common) {
  const auto handbook = open_handbook(command.source, common);
  if (!handbook) return ExitStatus::could_not_run;
  const DayView view(*handbook, day_or_today(command.as_of));
  const auto text = registers_json(view, command.name);
  if (!text) return tell_unknown(*handbook, command.name, common.language);
  give(*text, command.output, view, command.name, common);
  return ExitStatus::fine;
}

}  // namespace

CommandSpec export_csv_command() {
  return command_spec<ExportCsvCommand>("export csv",
                                        {"Skriver ett register som en tabell för Excel",
                                         "Writes a register as a table for a spreadsheet"},
                                        &describe_csv, &run_csv);
}

CommandSpec export_json_command() {
  return command_spec<ExportJsonCommand>("export json",
                                         {"Skriver registren som JSON, ett objekt på varje rad",
                                          "Writes the registers as JSON, one object a line"},
                                         &describe_json, &run_json);
}

}  // namespace handbok
