#include "app/signing.hpp"
#include "cli/authoring.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace handbok {
namespace {

/// What the act did, read from what it wrote: only an approval sets the first day in force.
std::string next_after(const Outcome& outcome, Language language) {
  const auto& [id, number] = outcome.revision;
  const auto& text = outcome.files.back().bytes;
  constexpr std::string_view key = "\nvalid_from = ";
  constexpr std::size_t date_length = 10;
  const auto at = text.find(key);
  if (at == std::string::npos) {
    return std::string(choose(language, "Nästa steg: handbok approve ", "Next: handbok approve ")) +
           id + std::string(choose(language, " --approved ROLL", " --approved ROLE"));
  }
  return id + std::string(choose(language, " utgåva ", " revision ")) + std::to_string(number) +
         std::string(
             choose(language, " är fastställd och gäller från ", " is approved and valid from ")) +
         text.substr(at + key.size(), date_length) +
         std::string(choose(language, ". Den visas när handboken byggs.",
                            ". It is shown when the handbook is built."));
}

}  // namespace

ExitStatus run(const ApproveCommand& command, const CommonOptions& common) {
  const auto next_step = [&](const Outcome& outcome) {
    return next_after(outcome, common.language);
  };
  auto what = command.what;
  if (!command.key_file.empty()) sign_with(command.key_file, what);
  return run_act(std::move(what), command.how, common, {next_step});
}

}  // namespace handbok
