#include "app/start_handbook.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

struct InitCommand {
  std::string folder;
  std::string title;
  std::string principal;
};

std::vector<Option> describe(InitCommand& command) {
  return {
      positional({"mapp", "folder"}, command.folder, {"Mappen att skapa", "The folder to make"}),
      text("--title", command.title, {"Handbokens namn", "The name of the handbook"}),
      text("--principal", command.principal,
           {"Vem som ansvarar för verksamheten, till exempel Lindby kommun",
            "Who runs the organisation, such as Lindby kommun"})};
}

/// The option's value; else the answer in a terminal; else `suggestion`.
std::string given_or_asked(const std::string& given, std::string_view question,
                           std::string_view suggestion) {
  if (!given.empty()) return given;
  if (!has_somebody_to_ask()) return std::string(suggestion);
  const auto answer = ask(std::string(question).append(" [").append(suggestion).append("]: "));
  return answer && !answer->empty() ? *answer : std::string(suggestion);
}

StartFacts facts_of(const InitCommand& command, Language language) {
  return {
      given_or_asked(command.title, choose(language, "Handbokens namn", "The name of the handbook"),
                     choose(language, "Handboken", "The handbook")),
      given_or_asked(
          command.principal,
          choose(language, "Vem som ansvarar för verksamheten", "Who runs the organisation"),
          choose(language, "Vår verksamhet", "Our organisation"))};
}

void tell_next_steps(const std::string& folder, Language language) {
  print_message(
      fill_slots(choose(language,
                        "Handboken har börjat. Så här går du vidare:\n"
                        "  handbok serve {} --drafts   visar den i webbläsaren medan du skriver\n"
                        "  handbok check {}            säger vad som fattas\n"
                        "  {}/README.md                berättar om de första stegen",
                        "The handbook has begun. What to do next:\n"
                        "  handbok serve {} --drafts   shows it in the browser while you write\n"
                        "  handbok check {}            says what is missing\n"
                        "  {}/README.md                tells of the first steps"),
                 {folder, folder, folder}));
}

ExitStatus run(const InitCommand& command, const CommonOptions& common) {
  const auto language = common.language;
  switch (start_handbook(command.folder, facts_of(command, language), language)) {
    case StartOutcome::started:
      break;
    case StartOutcome::not_empty:
      print_error(language, fill_slots(choose(language, "{}: mappen är inte tom.",
                                              "{}: the folder is not empty."),
                                       {command.folder}));
      return ExitStatus::stopped;
    case StartOutcome::no_starter:
      print_error(language,
                  choose(language, "det som en ny handbok börjar från är inte installerat.",
                         "what a new handbook starts from is not installed."));
      return ExitStatus::could_not_run;
  }
  print(command.folder + "\n");
  if (!common.quiet) tell_next_steps(command.folder, language);
  return ExitStatus::fine;
}

}  // namespace

CommandSpec init_command() {
  return command_spec<InitCommand>("init", {"Börjar en ny handbok", "Starts a new handbook"},
                                   &describe, &run);
}

}  // namespace handbok
