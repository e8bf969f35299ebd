#include "app/intake.hpp"

#include <algorithm>

#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/sources.hpp"
#include "cli/tracked_changes.hpp"

namespace handbok {

ExitStatus run(const IntakeCommand& command, const CommonOptions& common) {
  const auto changes = tracked_changes(command.tracked, common);
  if (!changes) return ExitStatus::could_not_run;
  const auto isolate = make_isolate(common.jobs);
  const auto answers = take_in({command.folder, command.how.source, day_or_today(command.how.on),
                                *changes, common.language, command.how.dry_run},
                               isolate);
  if (!answers) {
    print_error(common.language,
                fill_slots(choose(common.language, "{} och {} ska vara mappar som finns.",
                                  "{} and {} must be folders that exist."),
                           {command.folder, command.how.source}));
    return ExitStatus::could_not_run;
  }
  for (const auto& answer : *answers) {
    const auto became =
        answer.revision ? answer.revision->document + "@" + std::to_string(answer.revision->number)
                        : std::string(choose(common.language, "att rätta", "to be mended"));
    print(fill_slots("{}: {} ({})\n", {answer.file, became, answer.letter}));
  }
  if (command.how.dry_run && !common.quiet) {
    print_message(choose(common.language, "Inget är skrivet (--dry-run).",
                         "Nothing is written (--dry-run)."));
  }
  const bool are_all_filed = std::ranges::all_of(
      *answers, [](const IntakeAnswer& answer) { return answer.revision.has_value(); });
  return are_all_filed ? ExitStatus::fine : ExitStatus::found_something;
}

}  // namespace handbok
