#include "app/undo.hpp"

#include "app/workspace.hpp"
#include "cli/authoring.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"

namespace handbok {
namespace {

struct UndoCommand {
  AuthoringOptions how;
  std::string document;
  bool is_unpublished = false;
};

std::vector<Option> describe(UndoCommand& command) {
  return {document_word(command.document), source_word(command.how.source),
          flag("--dry-run", command.how.dry_run,
               {"Visar vad som skulle skrivas", "Shows what would be written"}),
          flag("--unpublished", command.is_unpublished,
               {"Det som ska ångras är inte publicerat", "What is to be undone is not published"})};
}

ExitStatus run(const UndoCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.how.source, common);
  if (!sources) return ExitStatus::could_not_run;
  auto outcome =
      undo(command.how.source, *sources, {command.document, current_day(), command.is_unpublished});
  return finish_act(std::move(outcome), *sources, command.how, common,
                    [&](const Outcome& /*done*/) {
                      return std::string(choose(common.language, "Det som gjordes sist är ogjort.",
                                                "What was done last is undone."));
                    });
}

}  // namespace

CommandSpec undo_command() {
  return command_spec<UndoCommand>(
      "undo",
      {"Ångrar det som sist gjordes med ett dokument", "Undoes what was last done with a document"},
      &describe, &run);
}

}  // namespace handbok
