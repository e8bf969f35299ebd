#include "app/word_export.hpp"
#include "app/workspace.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "diag/printable.hpp"

namespace handbok {
namespace {

/// A revision to be changed in Word.
struct ExportWordCommand {
  std::string document;  ///< "RUT-001" or "RUT-001@3"
  std::string source;
  std::string output;  ///< empty: the document's id, in the folder where the user is
  std::string theme;
};

std::vector<Option> describe_with(ExportWordCommand& command, Option what) {
  return {std::move(what), source_word(command.source),
          text("-o,--output", command.output,
               {"Filen att skriva, till exempel RUT-001.docx",
                "The file to write, such as RUT-001.docx"}),
          theme_option(command.theme)};
}

std::vector<Option> describe(ExportWordCommand& command) {
  return describe_with(command, positional({"dokument", "document"}, command.document,
                                           {"Till exempel RUT-001 eller RUT-001@3",
                                            "Such as RUT-001 or RUT-001@3"}));
}

std::vector<Option> describe_template(ExportWordCommand& command) {
  return describe_with(command, positional({"typ", "type"}, command.document,
                                           {"Dokumenttypen, till exempel RUT eller rutin",
                                            "The type, such as RUT or routine"}));
}

template <typename Export>
ExitStatus write_word_file(const ExportWordCommand& command, const CommonOptions& common,
                           Export make) {
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
  const auto isolate = make_isolate();
  const auto written = make(*sources, command.document, *style, isolate);
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

ExitStatus run(const ExportWordCommand& command, const CommonOptions& common) {
  return write_word_file(command, common, export_word);
}

ExitStatus run_template(const ExportWordCommand& command, const CommonOptions& common) {
  return write_word_file(command, common, export_template);
}

}  // namespace

CommandSpec export_word_command() {
  return command_spec<ExportWordCommand>(
      "export docx",
      {"Skriver ett dokument som Word-fil, att ändra i och lämna in igen",
       "Writes a document as a Word file, to be changed and handed in again"},
      &describe, &run);
}

CommandSpec template_command() {
  return command_spec<ExportWordCommand>(
      "template",
      {"Skriver ett tomt dokument som Word-fil, att fylla i och lämna in",
       "Writes an empty document as a Word file, to be filled in and handed in"},
      &describe_template, &run_template);
}

}  // namespace handbok
