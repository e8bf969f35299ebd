#include "app/authoring.hpp"
#include "cli/authoring.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

/// The steps, and with which key they are signed.
struct ApproveCommand {
  AuthoringOptions how;
  ApprovalSteps what;
  std::string key_file;  ///< empty: nothing is signed
};

std::vector<Option> describe(ApproveCommand& command) {
  auto& what = command.what;
  return of_act(
      document_word(what.document), command.how,
      {texts("--consulted", what.consulted,
             {"Roller som har rådfrågats", "Roles that were consulted"}),
       text("--reviewed", what.reviewed, {"Rollen som har granskat", "The role that reviewed"}),
       text("--approved", what.approved, {"Rollen som fastställer", "The role that approves"}),
       ref_option(what.ref), note_option(what.note),
       date("--valid-from", what.valid_from,
            {"Första dagen den gäller (dagen för beslutet)",
             "The first day in force (the day of the decision)"}),
       date("--valid-to", what.valid_to,
            {"Första dagen den inte gäller", "The first day without force"}),
       next_review_option(what.next_review),
       excluding("--account", text("--sign", command.key_file,
                                   {"Signerar med nyckeln i filen (ssh-keygen)",
                                    "Signs with the key in the file"})),
       text("--ledger", what.ledger,
            {"Med --sign: publiceringsmappen, eller liggarens senaste huvud (42:sha256:…)",
             "With --sign: the publication folder, or the ledger's head (42:sha256:…)"}),
       flag_for("--account", what.assurance, Assurance::account,
                {"Rollen har godkänt med sitt konto, till exempel i versionshanteringen",
                 "The role approved by its account, for example in version control"}),
       text("--registrar", what.registered_by,
            {"Rollen som skriver in beslutet", "The role that writes the decision down"})});
}

/// What the act did, read from what it wrote: only an approval sets the first day in force.
std::string next_after(const Outcome& outcome, Language language) {
  const auto& [id, number] = outcome.revision;
  const auto& text = outcome.files.back().bytes;
  constexpr std::string_view key = "\nvalid_from = ";
  constexpr std::size_t date_length = 10;
  const auto at = text.find(key);
  if (at == std::string::npos) {
    const bool is_reviewed = text.find("[[signature]]\nstep = \"reviewed\"") != std::string::npos;
    return std::string(choose(language, "Nästa steg: handbok approve ", "Next: handbok approve ")) +
           id + (is_reviewed ? " --approved " : " --reviewed ") +
           std::string(choose(language, "ROLL", "ROLE"));
  }
  return id + std::string(choose(language, " utgåva ", " revision ")) + std::to_string(number) +
         std::string(
             choose(language, " är fastställd och gäller från ", " is approved and valid from ")) +
         text.substr(at + key.size(), date_length) +
         std::string(choose(language, ". Den visas när handboken byggs.",
                            ". It is shown when the handbook is built."));
}

ExitStatus run(const ApproveCommand& command, const CommonOptions& common) {
  const auto next_step = [&](const Outcome& outcome) {
    return next_after(outcome, common.language);
  };
  auto what = command.what;
  if (!command.key_file.empty()) sign_with(command.key_file, what);
  return run_act(std::move(what), command.how, common, {next_step});
}

}  // namespace

CommandSpec approve_command() {
  return command_spec<ApproveCommand>(info_of(ActKind::approve).command,
                                      {"Skriver in samråd, granskning och fastställande",
                                       "Records consultation, review and approval"},
                                      &describe, &run);
}

}  // namespace handbok
