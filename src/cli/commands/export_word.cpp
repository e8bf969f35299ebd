#include "app/word_export.hpp"
#include "app/workspace.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/sources.hpp"
#include "diag/printable.hpp"

namespace handbok {

ExitStatus run(const ExportWordCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto theme = open_theme(command.theme, common);
  if (!theme) return ExitStatus::could_not_run;
  const auto* const style = theme->find("word/reference.docx");
  if (style == nullptr) {
    print_error(common.language, choose(common.language, "temat saknar word/reference.docx.",
                                        "the theme has no word/reference.docx."));
    return ExitStatus::could_not_run;
  }
  const auto isolate = make_isolate(common.jobs);
  const auto written = export_word(*sources, command.document, *style, isolate);
  if (!written) {
    const auto& problem = written.error();
    print_error(common.language, printable(what_text(problem, common.language)) + "\n      " +
                                     printable(remedy_text(problem, common.language)));
    return ExitStatus::could_not_run;
  }
  const auto output =
      command.output.empty() ? written->revision.document + ".docx" : command.output;
  write_result(output, written->bytes);
  print(output + "\n");
  return ExitStatus::fine;
}

}  // namespace handbok
