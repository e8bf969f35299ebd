#include "app/start_handbook.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

struct InitCommand {
  std::string folder;
  std::string kind;
  std::string title;
  std::string principal;
};

std::vector<Option> describe(InitCommand& command) {
  return {
      positional({"mapp", "folder"}, command.folder, {"Mappen att skapa", "The folder to make"}),
      text("--kind", command.kind,
           {"Vilket slags handbok: omsorg (också utan valet), kommun, vard eller iso9001",
            "Which kind of handbook: iso9001 (also if left out)"}),
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

/// The kind asked for, or the usual one; if there is none of that name, says so and gives no value.
std::optional<std::string> kind_of(const InitCommand& command, Language language) {
  const auto kinds = starter_kinds(language);
  if (kinds.empty()) {
    print_error(language, choose(language, "det som en ny handbok börjar från är inte installerat.",
                                 "what a new handbook starts from is not installed."));
    return std::nullopt;
  }
  if (command.kind.empty()) return kinds.front().id;
  std::string known;
  for (const auto& kind : kinds) {
    if (kind.id == command.kind) return kind.id;
    known.append("\n  ").append(kind.id).append(": ").append(kind.title);
  }
  print_error(language, fill_slots(choose(language, "--kind: \"{}\" finns inte att välja. Ange{}",
                                          "--kind: \"{}\" is no choice. Give{}"),
                                   {command.kind, known}));
  return std::nullopt;
}

StartFacts facts_of(const InitCommand& command, const std::string& kind, Language language) {
  return {
      kind,
      given_or_asked(command.title, choose(language, "Handbokens namn", "The name of the handbook"),
                     choose(language, "Handboken", "The handbook")),
      given_or_asked(
          command.principal,
          choose(language, "Vem som ansvarar för verksamheten", "Who runs the organisation"),
          choose(language, "Vår verksamhet", "Our organisation")),
      current_day().year() + 1, current_day().to_string()};
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
  const auto kind = kind_of(command, language);
  if (!kind) return ExitStatus::could_not_run;
  const auto outcome = start_handbook(command.folder, facts_of(command, *kind, language), language);
  if (outcome != StartOutcome::started) {
    print_error(language, fill_slots(choose(language, "{}: mappen är inte tom.",
                                            "{}: the folder is not empty."),
                                     {command.folder}));
    return ExitStatus::stopped;
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
