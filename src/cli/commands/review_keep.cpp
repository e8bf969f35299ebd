#include "cli/authoring.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace handbok {

ExitStatus run(const ReviewKeepCommand& command, const CommonOptions& common) {
  const auto next_step = [&](const Outcome& /*outcome*/) {
    return std::string(choose(common.language, "Översynen är inskriven; handbok due visar nästa.",
                              "The review is recorded; handbok due shows the next one."));
  };
  return run_act(command.what, command.how, common, {next_step});
}

}  // namespace handbok
