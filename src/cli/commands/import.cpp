#include "app/workspace.hpp"
#include "base/csv_reader.hpp"
#include "cli/authoring.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace handbok {

ExitStatus run(const ImportCommand& command, const CommonOptions& common) {
  const auto text = read_named_file(command.file);
  if (!text) {
    print_error(common.language,
                command.file + std::string(choose(common.language, ": filen finns inte.",
                                                  ": there is no such file.")));
    return ExitStatus::could_not_run;
  }
  const auto next_step = [&](const Outcome& /*outcome*/) {
    return std::string(choose(common.language,
                              "Läs igenom raderna, skriv rutinerna, och kör handbok check.",
                              "Read the rows, write the routines, and run handbok check."));
  };
  return run_act(RequirementTable{command.file, read_csv(*text)}, command.how, common,
                 {next_step, RemarkDetail::all});
}

}  // namespace handbok
