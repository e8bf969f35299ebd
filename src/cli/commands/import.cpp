#include "app/handed_in.hpp"
#include "app/workspace.hpp"
#include "base/csv.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "cli/authoring.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

/// A file that becomes sources.
struct ImportCommand {
  AuthoringOptions how;
  std::string file;
  std::string into;  ///< of a table: the register that its rows are for
  TrackedChanges tracked = TrackedChanges::accept;
};

std::vector<Option> describe(ImportCommand& command) {
  return of_act(positional({"fil", "file"}, command.file,
                           {"Text (.docx, .md) eller tabell med krav (.csv)",
                            "A text (.docx, .md) or a table of requirements (.csv)"}),
                command.how,
                {text("--into", command.into,
                      {"Tabellens rader är för det här egna registret",
                       "The rows of the table are for this register of your own"}),
                 tracked_option(command.tracked)});
}

ExitStatus import_table(const ImportCommand& command, const std::string& text,
                        const CommonOptions& common) {
  const auto next_step = [&](const Outcome& /*outcome*/) {
    return std::string(choose(common.language,
                              "Läs igenom raderna, skriv det som saknas, och kör handbok check.",
                              "Read the rows, write what is missing, and run handbok check."));
  };
  if (!command.into.empty()) {
    return run_act(RowTable{command.file, command.into, read_csv(text)}, command.how, common,
                   {next_step, RemarkDetail::all});
  }
  return run_act(RequirementTable{command.file, read_csv(text)}, command.how, common,
                 {next_step, RemarkDetail::all});
}

ExitStatus import_text(const ImportCommand& command, const std::string& bytes,
                       const CommonOptions& common) {
  const auto act = [&](const Authoring& authoring) {
    const auto name = command.file.substr(command.file.rfind('/') + 1);
    const auto text = read_handed_file({name, bytes}, authoring.sources(), command.tracked);
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

}  // namespace

CommandSpec import_command() {
  return command_spec<ImportCommand>(
      "import",
      {"Gör ett utkast av en text från Word, eller krav av en tabell",
       "Makes a draft of a text from Word, or requirements of a table"},
      &describe, &run);
}

}  // namespace handbok
