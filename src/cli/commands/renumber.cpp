#include "base/strings.hpp"
#include "cli/authoring.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

using RenumberCommand = EditCommand<Renumbering>;

std::vector<Option> describe(RenumberCommand& command) {
  return of_act(document_word(command.what.document), command.how,
                {text("--to", command.what.to,
                      {"Det nya id:t (nästa lediga)", "The new id (the next free one)"})});
}

ExitStatus run(const RenumberCommand& command, const CommonOptions& common) {
  const auto next_step = [&](const Outcome& outcome) {
    return fill_slots(choose(common.language, "{} heter nu {}, överallt där det nämns.",
                             "{} is called {} now, wherever it is named."),
                      {command.what.document, outcome.revision.document});
  };
  return run_act(command.what, command.how, common, {next_step});
}

}  // namespace

CommandSpec renumber_command() {
  return command_spec<RenumberCommand>(
      "renumber", {"Ger ett nytt dokument ett annat id", "Gives a new document another id"},
      &describe, &run);
}

}  // namespace handbok
