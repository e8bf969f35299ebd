// export csv and export json: registers as tables.
#include "app/register_tables.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/sources.hpp"
#include "cli/table_text.hpp"

namespace handbok {
namespace {

void give(const std::string& text, const std::string& output) {
  if (output.empty()) {
    print(text);
  } else {
    write_result(output, text);
  }
}

ExitStatus tell_unknown(const FileTree& sources, const std::string& name, Language language) {
  print_error(language,
              fill_slots(choose(language, "{}: det finns inget sådant register. Välj bland {}.",
                                "{}: there is no such register. Choose among {}."),
                         {name, join(ask_register_names(sources), ", ")}));
  return ExitStatus::could_not_run;
}

}  // namespace

ExitStatus run(const ExportCsvCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto table = ask_register(*sources, day_or_today(command.as_of), command.name);
  if (!table) return tell_unknown(*sources, command.name, common.language);
  give(table_in(TableFormat::csv, *table, common.language), command.output);
  return ExitStatus::fine;
}

ExitStatus run(const ExportJsonCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto text = ask_registers_json(*sources, day_or_today(command.as_of), command.name);
  if (!text) return tell_unknown(*sources, command.name, common.language);
  give(*text, command.output);
  return ExitStatus::fine;
}

}  // namespace handbok
