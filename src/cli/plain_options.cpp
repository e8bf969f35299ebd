#include "cli/plain_options.hpp"

#include "cli/console.hpp"

namespace handbok {
namespace {

std::string say(Language language, std::string_view swedish, std::string_view english) {
  return std::string(choose(language, swedish, english));
}

}  // namespace

void declare(OptionSink& options, DigestCommand& command, Language language) {
  options.subject(command.revision,
                  say(language, "Till exempel RUT-001@3", "For example RUT-001@3"));
  options.source(command.source);
}

void declare(OptionSink& options, GraphCommand& command, Language language) {
  options.subject(command.process, say(language, "Till exempel PRO-005", "For example PRO-005"));
  options.source(command.source);
  options.date("--as-of", command.as_of,
               say(language, "Dagen som handboken ska visa, ÅÅÅÅ-MM-DD (i dag)",
                   "The day to show, YYYY-MM-DD (today)"));
}

void declare(OptionSink& options, PreviewCommand& command, Language language) {
  options.source(command.source);
  options.text("-o,--output", command.output,
               say(language, "Mappen att skriva till; aldrig den som publiceras",
                   "The folder to write to; never the one that is published"));
  options.required("--output");
  options.date("--as-of", command.as_of,
               say(language, "Dagen som förhandsgranskningen ska visa, ÅÅÅÅ-MM-DD (i dag)",
                   "The day to show, YYYY-MM-DD (today)"));
  options.text("--theme", command.theme,
               say(language, "Mappen med temat", "The folder of the theme"));
}

void declare(OptionSink& options, ProofCommand& command, Language language) {
  options.subject(command.document, say(language, "Till exempel RUT-001", "Such as RUT-001"));
  options.source(command.source);
  options.date("--on", command.day, say(language, "Dagen, ÅÅÅÅ-MM-DD", "The day, YYYY-MM-DD"));
  options.text("--to", command.target,
               say(language, "Mappen som handboken publiceras till",
                   "The folder that the handbook is published to"));
  options.text("-o,--output", command.output,
               say(language, "Mappen att skriva; den får inte finnas",
                   "The folder to write; there must be none yet"));
  for (const auto* const name : {"--on", "--to", "--output"})
    options.required(name);
}

void declare(OptionSink& options, ExportWordCommand& command, Language language) {
  options.subject(command.document, say(language, "Till exempel RUT-001 eller RUT-001@3",
                                        "Such as RUT-001 or RUT-001@3"));
  options.source(command.source);
  options.text(
      "-o,--output", command.output,
      say(language, "Filen att skriva (RUT-001.docx)", "The file to write (RUT-001.docx)"));
  options.text("--theme", command.theme,
               say(language, "Mappen med temat", "The folder of the theme"));
}

std::string help_of(const DigestCommand& /*command*/, Language language) {
  return say(language, "Visar en utgåvas kontrollsumma och vad den räknas på",
             "Shows a revision's digest and what it is taken of");
}

std::string help_of(const GraphCommand& /*command*/, Language language) {
  return say(language, "Skriver en process som SVG", "Prints a process as SVG");
}

std::string help_of(const PreviewCommand& /*command*/, Language language) {
  return say(language, "Visar utkast och det som granskas på en egen webbplats",
             "Shows drafts and texts under review on a site of their own");
}

std::string help_of(const ProofCommand& /*command*/, Language language) {
  return say(language, "Skriver ett bevis för vad som gällde en dag",
             "Writes a proof of what was in force on a day");
}

std::string help_of(const ExportWordCommand& /*command*/, Language language) {
  return say(language, "Skriver ett dokument som Word-fil, att ändra i och lämna in igen",
             "Writes a document as a Word file, to be changed and handed in again");
}

}  // namespace handbok
