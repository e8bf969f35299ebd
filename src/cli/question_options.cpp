#include "cli/question_options.hpp"

#include <algorithm>

#include "cli/declarer.hpp"

namespace handbok {
namespace {

/// Numbers are revisions, the first other word is the folder of sources.
void read_diff_word(const std::string& word, DiffCommand& command) {
  constexpr std::size_t digits_max = 6;
  const bool is_number =
      !word.empty() && word.size() <= digits_max &&
      std::ranges::all_of(word, [](char letter) { return letter >= '0' && letter <= '9'; });
  if (!is_number) {
    command.source = word;
  } else if (!command.before) {
    command.before = std::stoi(word);
  } else {
    command.after = std::stoi(word);
  }
}

}  // namespace

void declare(OptionSink& options, AsOfCommand& command, Language language) {
  Declarer declarer(options, language);
  options.date("date", command.day, declarer.say("Dagen, ÅÅÅÅ-MM-DD", "The day, YYYY-MM-DD"));
  options.required("date");
  options.source(command.source);
  options.text("--unit", command.unit,
               declarer.say("Bara det som gäller enheten", "Only what applies to the unit"));
  options.text("--doc", command.document, declarer.say("Bara dokumentet", "Only the document"));
  declarer.add_table_format(command.format);
}

void declare(OptionSink& options, DiffCommand& command, Language language) {
  constexpr int words_max = 3;
  Declarer declarer(options, language);
  declarer.add_required("document", command.document,
                        declarer.say("Till exempel RUT-001", "For example RUT-001"));
  options.words(
      "revisions", [&command](const std::string& word) { read_diff_word(word, command); },
      words_max,
      declarer.say("Två utgåvor, till exempel 2 3 (den gällande och den nyaste), och mappen med "
                   "källorna (content)",
                   "Two revisions, for example 2 3 (the one in force and the newest), and the "
                   "folder of sources (content)"));
  declarer.add_as_of(command.as_of);
}

void declare(OptionSink& options, MatrixCommand& command, Language language) {
  Declarer declarer(options, language);
  options.source(command.source);
  declarer.add_as_of(command.as_of);
  options.text("--source", command.legal_source,
               declarer.say("Bara kraven i källan, till exempel sosfs-2011-9",
                            "Only the requirements of the source, such as sosfs-2011-9"));
  options.text("--unit", command.unit,
               declarer.say("Bara det som rör enheten, och läget där",
                            "Only what concerns the unit, and how it stands there"));
  declarer.add_table_format(command.format);
}

void declare(OptionSink& options, DueCommand& command, Language language) {
  constexpr int days_max = 3660;
  Declarer declarer(options, language);
  options.source(command.source);
  declarer.add_as_of(command.as_of);
  options.number("--days", command.days, {0, days_max},
                 declarer.say("Så många dagar framåt (handbokens horisont för översyn)",
                              "So many days ahead (the handbook's review horizon)"));
  options.text("--owner", command.owner,
               declarer.say("Bara det som rollen ansvarar för", "Only what the role answers for"));
  options.text("--unit", command.unit,
               declarer.say("Bara det som enheten ska göra", "Only what the unit must do"));
  declarer.add_table_format(command.format);
}

void declare(OptionSink& options, ImpactCommand& command, Language language) {
  Declarer declarer(options, language);
  declarer.add_required(
      "reference", command.reference,
      declarer.say("Till exempel RUT-090, \"SFS 2001:453\", sosfs-2011-9/5:3 eller MAS",
                   "For example RUT-090, \"SFS 2001:453\", sosfs-2011-9/5:3 or MAS"));
  options.source(command.source);
  declarer.add_as_of(command.as_of);
  declarer.add_table_format(command.format);
  declarer.add_jobs();
}

void declare(OptionSink& options, StatsCommand& command, Language language) {
  Declarer declarer(options, language);
  options.source(command.source);
  declarer.add_as_of(command.as_of);
  declarer.add_table_format(command.format);
  declarer.add_jobs();
}

std::string help_of(const AsOfCommand& /*command*/, Language language) {
  return std::string(
      choose(language, "Visar vad som gällde en dag", "Shows what applied on a day"));
}

std::string help_of(const DiffCommand& /*command*/, Language language) {
  return std::string(choose(language, "Visar vad som ändrades mellan två utgåvor",
                            "Shows what changed between two revisions"));
}

std::string help_of(const MatrixCommand& /*command*/, Language language) {
  return std::string(choose(language, "Visar krav, rutiner, uppföljning och ansvar",
                            "Shows requirements, routines, follow-up and responsibility"));
}

std::string help_of(const DueCommand& /*command*/, Language language) {
  return std::string(choose(language, "Visar vad som är försenat eller snart ska göras",
                            "Shows what is late or soon falls due"));
}

std::string help_of(const ImpactCommand& /*command*/, Language language) {
  return std::string(choose(language, "Visar allt som vilar på något, och vad som fattas utan det",
                            "Shows all that rests on something, and what breaks without it"));
}

std::string help_of(const StatsCommand& /*command*/, Language language) {
  return std::string(choose(language,
                            "Räknar dokument och översyner, och visar dem som inget pekar på",
                            "Counts documents and reviews, and shows what nothing points at"));
}

}  // namespace handbok
