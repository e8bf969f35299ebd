#include "cli/authoring.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

using WithdrawCommand = EditCommand<WithdrawalRequest>;

std::vector<Option> describe(WithdrawCommand& command) {
  auto& what = command.what;
  return of_act(document_word(what.document), command.how,
                {role_option(what.role), ref_option(what.ref), reason_option(what.reason)});
}

ExitStatus run(const WithdrawCommand& command, const CommonOptions& common) {
  const auto next_step = [&](const Outcome& outcome) {
    const auto& id = outcome.revision.document;
    return std::string(choose(common.language,
                              "Sidan finns kvar och säger det. En ny utgåva: handbok revise ",
                              "Its page stays and says so. A new revision: handbok revise ")) +
           id;
  };
  return run_act(command.what, command.how, common, {next_step});
}

}  // namespace

CommandSpec withdraw_command() {
  return command_spec<WithdrawCommand>(info_of(ActKind::withdraw).command,
                                       {"Drar tillbaka en text som inte har börjat gälla",
                                        "Takes back a text that is not yet in force"},
                                       &describe, &run);
}

}  // namespace handbok
