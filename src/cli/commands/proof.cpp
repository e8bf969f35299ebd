#include "app/proof.hpp"

#include "app/new_folder.hpp"
#include "app/read_handbook.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"

namespace handbok {
namespace {

struct ProofCommand {
  std::string document;
  std::string source;
  Date day;
  std::string unit;
  std::string target;
  std::string output;
};

std::vector<Option> describe(ProofCommand& command) {
  constexpr std::size_t words_max = 2;
  auto words = as_word({"dokument", "document"},
                       text({}, command.source,
                            {"Till exempel RUT-001, eller inget för allt som gällde vid enheten; "
                             "och mappen med källorna",
                             "Such as RUT-001, or none for everything that applied at the unit; "
                             "and the folder of sources"}));
  words.values_max = words_max;
  words.otherwise = &default_sources;
  words.take = [&command](const std::string& given) {
    if (command.document.empty() && names_document(given)) {
      command.document = given;
    } else {
      command.source = sources_named(given);
    }
    return true;
  };
  return {words, required(date("--on", command.day, {"Dagen, ÅÅÅÅ-MM-DD", "The day, YYYY-MM-DD"})),
          text("--unit", command.unit,
               {"Med det som gällde vid enheten dessutom; utan dokument allt som gällde där",
                "With what applied at the unit besides; without a document everything there"}),
          target_option(command.target), new_folder_option(command.output)};
}

void tell(ProofProblem problem, const ProofCommand& command, Language language) {
  const auto day = command.day.to_string();
  const auto say = [&](std::string_view swedish, std::string_view english,
                       const std::vector<std::string>& values) {
    print_error(language, fill_slots(choose(language, swedish, english), values));
  };
  switch (problem) {
    case ProofProblem::nothing_at_unit:
      return say("Handboken har ingen text från {} att bevisa vid {}.",
                 "The handbook has no text of {} to prove at {}.", {day, command.unit});
    case ProofProblem::unit_absent:
      return say("{}: enheten fanns inte den {}.", "{}: the unit did not exist on {}.",
                 {command.unit, day});
    case ProofProblem::not_at_unit:
      return say("{}: utgåvan som gällde den {} gällde inte vid {}.",
                 "{}: the revision in force on {} did not apply at {}.",
                 {command.document, day, command.unit});
    case ProofProblem::nothing_in_force:
      return say("{}: ingen utgåva gällde den {}.", "{}: no revision was in force on {}.",
                 {command.document, day});
    case ProofProblem::never_published:
      return say("{}: utgåvan som gällde den {} har inte publicerats till {}.",
                 "{}: the revision in force on {} was not published to {}.",
                 {command.document, day, command.target});
    case ProofProblem::source_changed:
      return say("{}: källorna har en annan text än den publicerade. Kör handbok verify.",
                 "{}: the sources have another text than the published one. Run handbok verify.",
                 {command.document});
    case ProofProblem::no_target:
      return say("{}: mappen finns inte.", "{}: there is no such folder.", {command.target});
  }
}

ExitStatus run(const ProofCommand& asked, const CommonOptions& common) {
  auto command = asked;  // with ids in place of names
  if (command.document.empty() && command.unit.empty()) {
    print_error(common.language,
                choose(common.language, "Skriv vilket dokument, eller vilken enhet med --unit.",
                       "Write which document, or which unit with --unit."));
    return ExitStatus::could_not_run;
  }
  if (current_day() < command.day) {
    print_error(common.language,
                fill_slots(choose(common.language, "--on: {} har inte kommit; då kan annat gälla.",
                                  "--on: {} has not come; other texts may apply then."),
                           {command.day.to_string()}));
    return ExitStatus::could_not_run;
  }
  const auto source = command.source.empty() ? default_sources() : command.source;
  const auto sources = open_sources(source, common);
  if (!sources || !require_outside(command.output, source, common) ||
      !require_outside(command.output, command.target, common))
    return ExitStatus::could_not_run;
  const auto handbook = read_for_question(*sources);
  if (!use_code(handbook, command.day, SubjectKind::document, command.document, common.language) ||
      !use_code(handbook, command.day, SubjectKind::unit, command.unit, common.language))
    return ExitStatus::could_not_run;
  const auto result = make_proof({*sources, command.document, command.day, current_day(),
                                  command.unit, command.target, common.language});
  if (const auto* const problem = std::get_if<ProofProblem>(&result)) {
    tell(*problem, command, common.language);
    return ExitStatus::could_not_run;
  }
  if (const auto* const unknown = std::get_if<NotKnown>(&result)) {
    const auto& about = command.document.empty() ? command.unit : command.document;
    print_error(common.language, about + ": " + unknown->text);
    return ExitStatus::could_not_run;
  }
  if (const auto* const fault = std::get_if<TargetFault>(&result)) {
    print_error(common.language, command.target + "/" + fault_text(*fault, common.language));
    return ExitStatus::stopped;
  }
  const auto& proof = *std::get_if<Proof>(&result);
  if (!write_new_folder(command.output, proof.files)) {
    print_error(common.language, fill_slots(choose(common.language, "{}: mappen är inte tom.",
                                                   "{}: the folder is not empty."),
                                            {command.output}));
    return ExitStatus::could_not_run;
  }
  if (command.document.empty()) {
    print(fill_slots(choose(common.language, "{}: bevis för allt som gällde vid {} den {}\n",
                            "{}: proof of everything that applied at {} on {}\n"),
                     {command.output, command.unit, command.day.to_string()}));
    return ExitStatus::fine;
  }
  print(fill_slots(choose(common.language, "{}: bevis för {} utgåva {} den {}\n",
                          "{}: proof of {} revision {} on {}\n"),
                   {command.output, proof.revision.document, std::to_string(proof.revision.number),
                    command.day.to_string()}));
  return ExitStatus::fine;
}

}  // namespace

CommandSpec proof_command() {
  return command_spec<ProofCommand>("proof",
                                    {"Skriver ett bevis för vad som gällde en dag",
                                     "Writes a proof of what was in force on a day"},
                                    &describe, &run);
}

}  // namespace handbok
