#include "app/build_site.hpp"
#include "app/workspace.hpp"
#include "cli/command.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"

namespace handbok {
namespace {

struct GraphCommand {
  std::string process;
  std::string source;
  std::optional<Date> as_of;
};

std::vector<Option> describe(GraphCommand& command) {
  return {positional({"process", "process"}, command.process,
                     {"Till exempel PRO-005", "For example PRO-005"}),
          source_word(command.source), as_of_option(command.as_of)};
}

ExitStatus run(const GraphCommand& asked, const CommonOptions& common) {
  auto command = asked;  // with ids in place of names
  const auto sources = open_sources(command.source, common);
  const auto theme = open_theme({}, common);
  if (!sources || !theme) return ExitStatus::could_not_run;
  const auto day = day_or_today(command.as_of);
  if (!use_code(read_for_question(*sources), day, SubjectKind::document, command.process,
                common.language))
    return ExitStatus::could_not_run;
  const auto svg = draw_process(*sources, *theme, command.process, day, make_isolate());
  if (svg) {
    print(*svg);
    return ExitStatus::fine;
  }
  print_error(common.language,
              command.process + ": " +
                  std::string(choose(common.language, "ingen process med diagram gällde den dagen.",
                                     "no process with a diagram was in force on that day.")));
  return ExitStatus::could_not_run;
}

}  // namespace

CommandSpec graph_command() {
  return command_spec<GraphCommand>(
      "graph", {"Skriver en process som SVG", "Prints a process as SVG"}, &describe, &run);
}

}  // namespace handbok
