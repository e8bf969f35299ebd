#include <algorithm>

#include "app/prune_site.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "cli/tell_diagnostics.hpp"

namespace handbok {
namespace {

struct PruneCommand {
  std::string target;
  Date before;
  std::string decision;
  bool dry_run = false;
  bool far = false;
};

std::vector<Option> describe(PruneCommand& command) {
  return {target_option(command.target),
          required(date("--before", command.before,
                        {"Publiceringar av tidigare dagar gallras, ÅÅÅÅ-MM-DD",
                         "Releases of earlier days are thinned, YYYY-MM-DD"})),
          required(text("--decision", command.decision,
                        {"Gallringsbeslutets beteckning; den skrivs i liggaren",
                         "The reference of the decision to do so; it is written in the ledger"})),
          flag("--dry-run", command.dry_run,
               {"Visar vad som skulle gallras", "Shows what would be thinned"}),
          far_option(command.far)};
}

/// What stands in the ledger is one line of TOML.
bool is_plain(const std::string& decision) {
  return !decision.empty() && std::ranges::none_of(decision, [](char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
}

std::string result_text(const PruneSiteResult& result, const PruneCommand& command,
                        Language language) {
  constexpr std::uint64_t bytes_in_megabyte = 1'000'000;
  const std::vector<std::string> values{command.target, std::to_string(result.thinned.size()),
                                        std::to_string(result.freed_bytes / bytes_in_megabyte),
                                        result.head};
  if (result.thinned.empty()) {
    return fill_slots(choose(language, "{}: inget att gallra.\n", "{}: nothing to thin.\n"),
                      values);
  }
  if (command.dry_run) {
    return fill_slots(choose(language, "{}: {} publiceringar skulle gallras. Inget är gjort.\n",
                             "{}: {} releases would be thinned. Nothing is done.\n"),
                      values);
  }
  return fill_slots(choose(language, "{}: {} publiceringar gallrade, {} MB fria. Liggaren: {}\n",
                           "{}: {} releases thinned, {} MB freed. Ledger: {}\n"),
                    values);
}

ExitStatus run(const PruneCommand& command, const CommonOptions& common) {
  const auto language = common.language;
  if (!is_plain(command.decision)) {
    print_error(language,
                choose(language, "--decision: en rad utan citattecken och omvända snedstreck.",
                       "--decision: one line without quotation marks and backslashes."));
    return ExitStatus::could_not_run;
  }
  if (!is_day_meant(command.before, "--before", command.far || command.dry_run, language))
    return ExitStatus::could_not_run;
  const auto result = prune_site(
      {command.target, command.before, command.decision, command.dry_run, current_moment()});
  if (result.access != TargetAccess::open) {
    print_access_problem(result.access, command.target, {}, language);
    return ExitStatus::could_not_run;
  }
  if (result.fault) {
    print_error(language, command.target + "/" + fault_text(*result.fault, language));
    print_message(choose(language, "Inget är gallrat: det som är skadat ska lagas först.",
                         "Nothing is thinned: what is damaged must be mended first."));
    return ExitStatus::stopped;
  }
  print(result_text(result, command, language));
  return ExitStatus::fine;
}

}  // namespace

CommandSpec prune_command() {
  return command_spec<PruneCommand>("prune",
                                    {"Gallrar gamla publiceringar; allt som bevisar finns kvar",
                                     "Thins old releases; everything that proves remains"},
                                    &describe, &run);
}

}  // namespace handbok
