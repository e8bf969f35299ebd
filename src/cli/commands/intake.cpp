#include "app/intake.hpp"

#include <algorithm>

#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/authoring.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "diag/quoted.hpp"

namespace handbok {
namespace {

/// A folder with files that become sources or are answered.
struct IntakeCommand {
  AuthoringOptions how;
  std::string folder;
  TrackedChanges tracked = TrackedChanges::accept;
};

std::vector<Option> describe(IntakeCommand& command) {
  return of_act(
      positional({"mapp", "folder"}, command.folder,
                 {"Mappen där texter lämnas in", "The folder in which texts are handed in"}),
      command.how, {tracked_option(command.tracked)});
}

void print_problem(IntakeProblem problem, const IntakeCommand& command, Language language) {
  const auto say = [&](std::string_view swedish, std::string_view english) {
    print_error(language, fill_slots(choose(language, swedish, english),
                                     {command.folder, command.how.source}));
  };
  switch (problem) {
    case IntakeProblem::missing:
      return say("{} och {} ska vara mappar som finns.", "{} and {} must be folders that exist.");
    case IntakeProblem::nested:
      return say(
          "{} och {} får inte ligga i varandra: handbokens egna filer är inga inlämnade "
          "texter.",
          "{} and {} must not lie in each other: the handbook's own files were not handed "
          "in.");
    case IntakeProblem::busy:
      return say("En annan inläsning av {} eller till {} pågår. Försök igen när den är klar.",
                 "Another intake of {} or for {} is at work. Try again when it is done.");
  }
}

/// Tells of one file: what was answered on stdout, what nobody could read on stderr.
void print_answer(const IntakeAnswer& answer, const IntakeCommand& command, Language language) {
  const auto file = quoted(answer.file.empty() ? command.folder : answer.file);
  const auto letter = quoted(answer.letter);
  switch (answer.fate) {
    case IntakeFate::filed: {
      const auto& [document, number] = answer.revision;
      return print(
          fill_slots("{}: {}@{} ({})\n", {file, document, std::to_string(number), letter}));
    }
    case IntakeFate::returned:
      return print(fill_slots(choose(language, "{}: att rätta ({})\n", "{}: to be mended ({})\n"),
                              {file, letter}));
    case IntakeFate::waits:
      return print(fill_slots(choose(language, "{}: håller på att sparas, läses nästa gång\n",
                                     "{}: is just being saved, will be read next time\n"),
                              {file}));
    case IntakeFate::failed:
      return print_error(language, fill_slots(choose(language, "{} kunde inte tas emot: {}",
                                                     "{} could not be taken in: {}"),
                                              {file, quoted(answer.reason)}));
  }
}

ExitStatus run(const IntakeCommand& command, const CommonOptions& common) {
  if (!is_day_meant(command.how.on, "--on", command.how.far, common.language))
    return ExitStatus::could_not_run;
  const auto isolate = make_isolate();
  auto status = ExitStatus::fine;
  const auto tell = [&](const IntakeAnswer& answer) {
    print_answer(answer, command, common.language);
    if (answer.fate == IntakeFate::returned) status = std::max(status, ExitStatus::found_something);
    if (answer.fate == IntakeFate::failed) status = ExitStatus::could_not_run;
  };
  const auto problem = take_in({command.folder, command.how.source, day_or_today(command.how.on),
                                command.tracked, common.language, command.how.dry_run},
                               isolate, tell);
  if (problem) {
    print_problem(*problem, command, common.language);
    return ExitStatus::could_not_run;
  }
  if (command.how.dry_run && !common.quiet) {
    print_message(choose(common.language, "Inget är skrivet (--dry-run).",
                         "Nothing is written (--dry-run)."));
  }
  return status;
}

}  // namespace

CommandSpec intake_command() {
  return command_spec<IntakeCommand>(
      "intake",
      {"Gör utkast av inlämnade texter och svarar på var och en",
       "Makes drafts of texts that were handed in, and answers each"},
      &describe, &run);
}

}  // namespace handbok
