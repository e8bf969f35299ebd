#include "cli/authoring.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

using SubmitCommand = EditCommand<Submission>;

std::vector<Option> describe(SubmitCommand& command) {
  return of_act(document_word(command.what.document), command.how,
                {text("--role", command.what.role,
                      {"Rollen som har upprättat (ägaren)", "The role that drafted (the owner)"})});
}

ExitStatus run(const SubmitCommand& command, const CommonOptions& common) {
  const auto next_step = [&](const Outcome& outcome) {
    const auto& id = outcome.revision.document;
    return std::string(choose(common.language, "Texten är låst. Nästa steg: handbok approve ",
                              "The text is frozen. Next: handbok approve ")) +
           id +
           std::string(choose(common.language, " --reviewed ROLL, eller handbok return ",
                              " --reviewed ROLE, or handbok return ")) +
           id;
  };
  return run_act(command.what, command.how, common, {next_step});
}

}  // namespace

CommandSpec submit_command() {
  return command_spec<SubmitCommand>(
      info_of(ActKind::submit).command,
      {"Skickar in ett utkast för granskning", "Submits a draft for review"}, &describe, &run);
}

}  // namespace handbok
