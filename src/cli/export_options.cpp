#include "cli/export_options.hpp"

#include "cli/declarer.hpp"

namespace handbok {

void declare(OptionSink& options, ExportCalendarCommand& command, Language language) {
  constexpr int months_max = 120;
  Declarer declarer(options, language);
  options.source(command.source);
  declarer.add_as_of(command.as_of);
  declarer.add_output(command.output);
  options.text("--unit", command.unit,
               declarer.say("Bara det som enheten ska göra", "Only what the unit must do"));
  options.text("--role", command.role,
               declarer.say("Bara det som rollen ansvarar för", "Only what the role answers for"));
  options.number("--months", command.months, {1, months_max},
                 declarer.say("Så många månader framåt (12)", "So many months ahead (12)"));
}

void declare(OptionSink& options, ExportFeedCommand& command, Language language) {
  Declarer declarer(options, language);
  options.source(command.source);
  declarer.add_as_of(command.as_of);
  options.text("--base-url", command.base_url,
               declarer.say("Adressen där webbplatsen ligger", "The address where the site lies"));
  declarer.add_output(command.output);
}

void declare(OptionSink& options, ExportCsvCommand& command, Language language) {
  Declarer declarer(options, language);
  declarer.add_required(
      "register", command.name,
      declarer.say("Till exempel documents eller risks", "For example documents or risks"));
  options.source(command.source);
  declarer.add_as_of(command.as_of);
  declarer.add_output(command.output);
}

void declare(OptionSink& options, ExportJsonCommand& command, Language language) {
  Declarer declarer(options, language);
  options.source(command.source);
  options.text(
      "--register", command.name,
      declarer.say("Bara det registret, till exempel risks", "Only that register, such as risks"));
  declarer.add_as_of(command.as_of);
  declarer.add_output(command.output);
}

void declare(OptionSink& options, ExportArchiveCommand& command, Language language) {
  constexpr int year_max = 9999;
  Declarer declarer(options, language);
  options.source(command.source);
  options.number("--year", command.year, {1, year_max}, declarer.say("Året", "The year"));
  options.required("--year");
  declarer.add_theme(command.theme);
  declarer.add_new_folder(command.output);
}

void declare(OptionSink& options, ExportWordCommand& command, Language language) {
  Declarer declarer(options, language);
  options.subject(command.document, declarer.say("Till exempel RUT-001 eller RUT-001@3",
                                                 "Such as RUT-001 or RUT-001@3"));
  options.source(command.source);
  options.text("-o,--output", command.output,
               declarer.say("Filen att skriva (RUT-001.docx)", "The file to write (RUT-001.docx)"));
  declarer.add_theme(command.theme);
}

std::string help_of(const ExportCalendarCommand& /*command*/, Language language) {
  return std::string(choose(language, "Skriver planerade dagar som en kalender",
                            "Writes planned days as a calendar"));
}

std::string help_of(const ExportFeedCommand& /*command*/, Language language) {
  return std::string(
      choose(language, "Skriver nyheterna som ett flöde", "Writes the news as a feed"));
}

std::string help_of(const ExportCsvCommand& /*command*/, Language language) {
  return std::string(choose(language, "Skriver ett register som en tabell för Excel",
                            "Writes a register as a table for a spreadsheet"));
}

std::string help_of(const ExportJsonCommand& /*command*/, Language language) {
  return std::string(choose(language, "Skriver registren som JSON, ett objekt på varje rad",
                            "Writes the registers as JSON, one object a line"));
}

std::string help_of(const ExportArchiveCommand& /*command*/, Language language) {
  return std::string(choose(language, "Skriver ett års dokument, att lämna till arkivet",
                            "Writes the documents of a year, to hand to an archive"));
}

std::string help_of(const ExportWordCommand& /*command*/, Language language) {
  return std::string(choose(language,
                            "Skriver ett dokument som Word-fil, att ändra i och lämna in igen",
                            "Writes a document as a Word file, to be changed and handed in again"));
}

}  // namespace handbok
