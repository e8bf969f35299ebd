#include "base/strings.hpp"
#include "cli/authoring.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

using DiscardCommand = EditCommand<DraftDisposal>;

std::vector<Option> describe(DiscardCommand& command) {
  return of_act(document_word(command.what.document), command.how, {});
}

ExitStatus run(const DiscardCommand& command, const CommonOptions& common) {
  const auto next_step = [&](const Outcome& outcome) {
    return fill_slots(choose(common.language, "Utkastet är borta. Det kan ångras: handbok undo {}",
                             "The draft is gone. That can be undone: handbok undo {}"),
                      {outcome.revision.document});
  };
  return run_act(command.what, command.how, common, {next_step});
}

}  // namespace

CommandSpec discard_command() {
  return command_spec<DiscardCommand>(info_of(ActKind::discard).command,
                                      {"Kastar ett utkast", "Throws a draft away"}, &describe,
                                      &run);
}

}  // namespace handbok
