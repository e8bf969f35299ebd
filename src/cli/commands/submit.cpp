#include "cli/authoring.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace handbok {

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

}  // namespace handbok
