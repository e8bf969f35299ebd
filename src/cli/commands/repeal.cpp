#include "cli/authoring.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace handbok {

ExitStatus run(const RepealCommand& command, const CommonOptions& common) {
  const auto next_step = [&](const Outcome& /*outcome*/) {
    return std::string(
        choose(common.language, "Beslutet är inskrivet. handbok check visar vad som följer av det.",
               "The decision is recorded. handbok check shows what follows from it."));
  };
  return run_act(command.what, command.how, common, {next_step});
}

}  // namespace handbok
