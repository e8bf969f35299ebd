#include "cli/authoring.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace handbok {

ExitStatus run(const NewCommand& command, const CommonOptions& common) {
  const auto next_step = [&](const Outcome& outcome) {
    const auto& id = outcome.revision.document;
    return std::string(choose(common.language, "Skriv texten, sedan: handbok submit ",
                              "Write the text, then: handbok submit ")) +
           id;
  };
  return run_act(command.what, command.how, common, {next_step, RemarkDetail::counts});
}

}  // namespace handbok
