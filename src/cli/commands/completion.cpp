#include "cli/command_table.hpp"
#include "cli/commands.hpp"
#include "cli/completion_script.hpp"
#include "cli/console.hpp"

namespace handbok {

ExitStatus run(const CompletionCommand& command, const CommonOptions& common) {
  print(completion_script(command_table(common.language), command.shell));
  return ExitStatus::fine;
}

}  // namespace handbok
