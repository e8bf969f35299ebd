#include "cli/command.hpp"
#include "cli/command_table.hpp"
#include "cli/completion_script.hpp"

namespace handbok {
namespace {

struct CompletionCommand {
  Shell shell = Shell::bash;
};

std::vector<Option> describe(CompletionCommand& command) {
  return {required(
      as_word({"skal", "shell"},
              choice<Shell>({}, command.shell,
                            {{"bash", Shell::bash}, {"fish", Shell::fish}, {"zsh", Shell::zsh}},
                            {"bash, zsh eller fish", "bash, zsh or fish"})))};
}

ExitStatus run(const CompletionCommand& command, const CommonOptions& common) {
  print(completion_script(command_table(common.language), command.shell));
  return ExitStatus::fine;
}

}  // namespace

CommandSpec completion_command() {
  return command_spec<CompletionCommand>("completion",
                                         {"Skriver ett skript som fyller i kommandon i skalet",
                                          "Prints a script that completes commands in the shell"},
                                         &describe, &run);
}

}  // namespace handbok
