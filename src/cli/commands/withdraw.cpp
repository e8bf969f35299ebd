#include "cli/authoring.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace handbok {

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

}  // namespace handbok
