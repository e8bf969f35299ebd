#include "cli/authoring.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

using ReturnCommand = EditCommand<HandBack>;

std::vector<Option> describe(ReturnCommand& command) {
  return of_act(
      document_word(command.what.document), command.how,
      {role_option(command.what.role),
       text("--comment", command.what.comment, {"Vad som ska ändras", "What is to be changed"})});
}

ExitStatus run(const ReturnCommand& command, const CommonOptions& common) {
  const auto next_step = [&](const Outcome& outcome) {
    const auto& id = outcome.revision.document;
    return std::string(choose(common.language,
                              "Texten är ett utkast igen. När den är ändrad: handbok submit ",
                              "The text is a draft again. When it is changed: handbok submit ")) +
           id;
  };
  return run_act(command.what, command.how, common, {next_step});
}

}  // namespace

CommandSpec return_command() {
  return command_spec<ReturnCommand>(
      info_of(ActKind::hand_back).command,
      {"Lämnar tillbaka en text till den som upprättat den", "Hands a text back to its drafter"},
      &describe, &run);
}

}  // namespace handbok
