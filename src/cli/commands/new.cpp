#include "cli/authoring.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

using NewCommand = EditCommand<NewDocument>;

std::vector<Option> describe(NewCommand& command) {
  auto& what = command.what;
  return of_act(positional({"typ", "type"}, what.type,
                           {"Dokumenttypen, till exempel RUT", "The type, such as RUT"}),
                command.how,
                {text("--title", what.title,
                      {"Titeln (måste anges; i en terminal frågas det efter den)",
                       "The title (must be given; in a terminal it is asked for)"}),
                 text("--unit", what.unit, {"Enheten", "The unit"}),
                 text("--owner", what.owner, {"Rollen som äger det", "The role that owns it"}),
                 number("--revision", what.revision, {1, first_revision_max},
                        {"Utgåvans nummer, för en text som är äldre än handboken",
                         "The revision, for a text that is older than the handbook"}),
                 text("--id", what.id, {"Id (nästa lediga)", "The id (the next free one)"}),
                 text("--folder", what.folder,
                      {"Mappen under documents/ (där typens andra ligger)",
                       "The folder below documents/ (where others of the type lie)"})});
}

ExitStatus run(const NewCommand& command, const CommonOptions& common) {
  const auto next_step = [&](const Outcome& outcome) {
    const auto& id = outcome.revision.document;
    return std::string(choose(common.language, "Skriv texten, sedan: handbok submit ",
                              "Write the text, then: handbok submit ")) +
           id;
  };
  return run_act(command.what, command.how, common, {next_step, RemarkDetail::counts});
}

}  // namespace

CommandSpec new_command() {
  return command_spec<NewCommand>(info_of(ActKind::start).command,
                                  {"Börjar ett dokument", "Starts a document"}, &describe, &run);
}

}  // namespace handbok
