#include "app/build_site.hpp"
#include "app/workspace.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"

namespace handbok {
namespace {

struct ExportFeedCommand {
  std::string source;
  std::optional<Date> as_of;
  std::string base_url;
  std::string output;  ///< empty: stdout
};

std::vector<Option> describe(ExportFeedCommand& command) {
  return {source_word(command.source), as_of_option(command.as_of),
          text("--base-url", command.base_url,
               {"Adressen där webbplatsen ligger", "The address where the site lies"}),
          output_option(command.output)};
}

ExitStatus run(const ExportFeedCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto theme = open_theme({}, common);
  if (!theme) return ExitStatus::could_not_run;
  BuildOptions options;
  options.as_of = day_or_today(command.as_of);
  options.base_url = command.base_url;
  const auto feed = ask_feed(*sources, *theme, options, make_isolate());
  if (!feed) {
    print_error(common.language,
                choose(common.language, "handboken har fel som stoppar; handbok check visar dem.",
                       "the handbook has errors that stop it; handbok check shows them."));
    return ExitStatus::stopped;
  }
  if (command.output.empty()) {
    print(*feed);
  } else {
    write_result(command.output, *feed);
  }
  return ExitStatus::fine;
}

}  // namespace

CommandSpec export_feed_command() {
  return command_spec<ExportFeedCommand>(
      "export atom", {"Skriver nyheterna som ett flöde", "Writes the news as a feed"}, &describe,
      &run);
}

}  // namespace handbok
