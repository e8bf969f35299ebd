#include <exception>

#include "app/live_handbook.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "cli/tell_diagnostics.hpp"
#include "diag/write_text.hpp"

namespace handbok {
namespace {

struct ServeCommand {
  std::string source;
  std::optional<Date> as_of;
  std::string theme;
  bool drafts = false;
  int port = 8000;
  Caching caching = Caching::on;
};

std::vector<Option> describe(ServeCommand& command) {
  constexpr int port_max = 65535;
  return {source_word(command.source),
          as_of_option(command.as_of),
          theme_option(command.theme),
          flag("--drafts", command.drafts,
               {"Visar utkasten också, märkta, och vad som fattas i dem på utkast/",
                "Shows the drafts too, marked, and what they lack at utkast/"}),
          number("--port", command.port, {0, port_max},
                 {"Porten; 0 tar en ledig (8000)", "The port; 0 takes a free one (8000)"}),
          no_cache_option(command.caching)};
}

/// Tells of a build on stderr; gives its errors, for the pages to show.
std::string tell_build(const BuildReport& report, const ServeCommand& command,
                       const CommonOptions& common) {
  auto told = tell_errors(report.diagnostics, command.source, common.language);
  if (!common.quiet) {
    print_message(
        report.outcome == BuildOutcome::built
            ? std::string(choose(common.language, "Byggd. Kontroll: ", "Built. Checks: "))
                  .append(write_counts(report.diagnostics, common.language))
            : std::string(choose(common.language, "Stoppades; den förra webbplatsen visas.",
                                 "Stopped; the last site is still shown.")));
  }
  return told;
}

void tell_address(int port, bool drafts, const CommonOptions& common) {
  const auto address = "http://127.0.0.1:" + std::to_string(port) + "/";
  // On stdout: the one result of this command, for people and scripts alike.
  print(address + "\n");
  static_cast<void>(flush_results());
  if (common.quiet) return;
  if (drafts) {
    print_message(std::string(choose(common.language, "Utkasten: ", "Drafts: "))
                      .append(address)
                      .append(drafts_folder));
  }
  print_message(choose(common.language, "Sidorna laddas om när en fil ändras. Avsluta med Ctrl+C.",
                       "The pages load again when a file changes. End with Ctrl+C."));
}

[[noreturn]] void go_on(LiveHandbook& handbook, const TellBuild& told,
                        const CommonOptions& common) {
  while (true) {
    handbook.wait_for_change();
    try {
      // Folders may be gone for a moment while somebody moves them; the next change finds them.
      static_cast<void>(handbook.build(told));
    } catch (const std::exception& error) {
      print_error(common.language, error.what());
      handbook.tell(error.what());
    }
  }
}

ExitStatus run(const ServeCommand& command, const CommonOptions& common) {
  LiveOptions options;
  options.source = command.source;
  options.theme = command.theme;
  options.as_of = command.as_of;
  options.drafts = command.drafts;
  options.port = command.port;
  options.caching = command.caching;
  LiveHandbook handbook(options);
  const TellBuild told = [&](const BuildReport& report) {
    return tell_build(report, command, common);
  };
  if (!open_sources(command.source, common) || !open_theme(command.theme, common))
    return ExitStatus::could_not_run;
  static_cast<void>(handbook.build(told));
  tell_address(handbook.listen(), command.drafts, common);
  go_on(handbook, told, common);
}

}  // namespace

CommandSpec serve_command() {
  return command_spec<ServeCommand>("serve",
                                    {"Visar handboken på den här datorn medan den skrivs",
                                     "Shows the handbook on this computer while it is written"},
                                    &describe, &run);
}

}  // namespace handbok
