#include "cli/authoring.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace handbok {

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

}  // namespace handbok
