#include "cli/authoring.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

using ReviseCommand = EditCommand<NewRevision>;

std::vector<Option> describe(ReviseCommand& command) {
  auto& what = command.what;
  return of_act(document_word(what.document), command.how,
                {flag_for("--editorial", what.kind, ChangeKind::editorial,
                          {"Ändringen är redaktionell och flyttar inte översynen",
                           "The change is editorial and does not move the review"}),
                 text("--note", what.note,
                      {"En mening om vad som ändras", "A sentence about what is changed"})});
}

ExitStatus run(const ReviseCommand& command, const CommonOptions& common) {
  const auto next_step = [&](const Outcome& outcome) {
    const auto& id = outcome.revision.document;
    return std::string(choose(common.language,
                              "Ändra texten och skriv change_note, sedan: handbok submit ",
                              "Change the text and write change_note, then: handbok submit ")) +
           id;
  };
  return run_act(command.what, command.how, common, {next_step, RemarkDetail::counts});
}

}  // namespace

CommandSpec revise_command() {
  return command_spec<ReviseCommand>(
      info_of(ActKind::revise).command,
      {"Börjar nästa utgåva av ett dokument", "Starts the next revision of a document"}, &describe,
      &run);
}

}  // namespace handbok
