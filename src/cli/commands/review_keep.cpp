#include "cli/authoring.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

using ReviewKeepCommand = EditCommand<KeptReview>;

std::vector<Option> describe(ReviewKeepCommand& command) {
  auto& what = command.what;
  return of_act(document_word(what.document), command.how,
                {text("--role", what.role,
                      {"Rollen som har läst (ägaren)", "The role that read it (the owner)"}),
                 note_option(what.note), next_review_option(what.next_review)});
}

ExitStatus run(const ReviewKeepCommand& command, const CommonOptions& common) {
  const auto next_step = [&](const Outcome& /*outcome*/) {
    return std::string(choose(common.language, "Översynen är inskriven; handbok due visar nästa.",
                              "The review is recorded; handbok due shows the next one."));
  };
  return run_act(command.what, command.how, common, {next_step});
}

}  // namespace

CommandSpec review_keep_command() {
  return command_spec<ReviewKeepCommand>(
      info_of(ActKind::keep).command,
      {"Skriver in en översyn som inte ändrade något", "Records a review that changed nothing"},
      &describe, &run);
}

}  // namespace handbok
