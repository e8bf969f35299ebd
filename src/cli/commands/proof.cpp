#include "app/proof.hpp"

#include "app/new_folder.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "questions/asof.hpp"

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
  return {
      positional({"dokument", "document"}, command.document,
                 {"Till exempel RUT-001", "Such as RUT-001"}),
      source_word(command.source),
      required(date("--on", command.day, {"Dagen, ÅÅÅÅ-MM-DD", "The day, YYYY-MM-DD"})),
      text("--unit", command.unit,
           {"Med det som gällde vid enheten dessutom", "With what applied at the unit besides"}),
      target_option(command.target),
      new_folder_option(command.output)};
}

void tell(ProofProblem problem, const ProofCommand& command, Language language) {
  const auto day = command.day.to_string();
  const auto say = [&](std::string_view swedish, std::string_view english,
                       const std::vector<std::string>& values) {
    print_error(language, fill_slots(choose(language, swedish, english), values));
  };
  switch (problem) {
    case ProofProblem::no_document:
      say("{}: dokumentet finns inte.", "{}: there is no such document.", {command.document});
      return;
    case ProofProblem::no_unit:
      say("{}: enheten finns inte.", "{}: there is no such unit.", {command.unit});
      return;
    case ProofProblem::not_at_unit:
      say("{}: utgåvan som gällde den {} gällde inte vid {}.",
          "{}: the revision in force on {} did not apply at {}.",
          {command.document, day, command.unit});
      return;
    case ProofProblem::nothing_in_force:
      say("{}: ingen utgåva gällde den {}.", "{}: no revision was in force on {}.",
          {command.document, day});
      return;
    case ProofProblem::never_published:
      say("{}: utgåvan som gällde den {} har inte publicerats till {}.",
          "{}: the revision in force on {} was not published to {}.",
          {command.document, day, command.target});
      return;
    case ProofProblem::source_changed:
      say("{}: källorna har en annan text än den publicerade. Kör handbok verify.",
          "{}: the sources have another text than the published one. Run handbok verify.",
          {command.document});
      return;
    case ProofProblem::no_target:
      say("{}: mappen finns inte.", "{}: there is no such folder.", {command.target});
      return;
  }
}

ExitStatus run(const ProofCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources || !require_outside(command.output, command.source, common))
    return ExitStatus::could_not_run;
  const auto result =
      make_proof({*sources, command.document, command.day, day_or_today(std::nullopt), command.unit,
                  command.target, common.language});
  if (const auto* const problem = std::get_if<ProofProblem>(&result)) {
    tell(*problem, command, common.language);
    return ExitStatus::could_not_run;
  }
  if (const auto* const missing = std::get_if<MissingHistory>(&result)) {
    print_error(common.language, command.document + ": " + missing_text(*missing, common.language));
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
