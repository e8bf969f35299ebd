#include "app/handed_in.hpp"
#include "app/workspace.hpp"
#include "base/csv.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "cli/authoring.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/tracked_changes.hpp"

namespace handbok {
namespace {

ExitStatus import_table(const ImportCommand& command, const std::string& text,
                        const CommonOptions& common) {
  const auto next_step = [&](const Outcome& /*outcome*/) {
    return std::string(choose(common.language,
                              "Läs igenom raderna, skriv rutinerna, och kör handbok check.",
                              "Read the rows, write the routines, and run handbok check."));
  };
  return run_act(RequirementTable{command.file, read_csv(text)}, command.how, common,
                 {next_step, RemarkDetail::all});
}

ExitStatus import_text(const ImportCommand& command, const std::string& bytes,
                       const CommonOptions& common) {
  const auto changes = tracked_changes(command.tracked, common);
  if (!changes) return ExitStatus::could_not_run;
  const auto act = [&](const Authoring& authoring) {
    const auto name = command.file.substr(command.file.rfind('/') + 1);
    const auto text = read_handed_file({name, bytes}, authoring.sources(), *changes);
    return file_handed_text(authoring, text);
  };
  const auto next_step = [&](const Outcome& outcome) {
    return fill_slots(
        choose(common.language, "Läs igenom utkastet och skicka in det: handbok submit {}",
               "Read the draft through and submit it: handbok submit {}"),
        {outcome.revision.document});
  };
  return run_act_of(act, command.how, common, {next_step, RemarkDetail::all});
}

}  // namespace

ExitStatus run(const ImportCommand& command, const CommonOptions& common) {
  const auto bytes = read_named_file(command.file);
  if (!bytes) {
    print_error(common.language,
                command.file + std::string(choose(common.language, ": filen finns inte.",
                                                  ": there is no such file.")));
    return ExitStatus::could_not_run;
  }
  const bool is_table = to_lower(command.file).ends_with(".csv");
  return is_table ? import_table(command, *bytes, common) : import_text(command, *bytes, common);
}

}  // namespace handbok
