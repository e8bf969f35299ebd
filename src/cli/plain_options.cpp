#include "cli/plain_options.hpp"

#include "cli/declarer.hpp"

namespace handbok {

void declare(OptionSink& options, DigestCommand& command, Language language) {
  const Declarer declarer(options, language);
  options.subject(command.revision,
                  declarer.say("Till exempel RUT-001@3", "For example RUT-001@3"));
  options.source(command.source);
}

void declare(OptionSink& options, GraphCommand& command, Language language) {
  Declarer declarer(options, language);
  options.subject(command.process, declarer.say("Till exempel PRO-005", "For example PRO-005"));
  options.source(command.source);
  declarer.add_as_of(command.as_of);
}

void declare(OptionSink& options, PreviewCommand& command, Language language) {
  Declarer declarer(options, language);
  options.source(command.source);
  declarer.add_required("-o,--output", command.output,
                        declarer.say("Mappen att skriva till; aldrig den som publiceras",
                                     "The folder to write to; never the one that is published"));
  declarer.add_as_of(command.as_of);
  declarer.add_theme(command.theme);
}

void declare(OptionSink& options, ProofCommand& command, Language language) {
  Declarer declarer(options, language);
  options.subject(command.document, declarer.say("Till exempel RUT-001", "Such as RUT-001"));
  options.source(command.source);
  options.date("--on", command.day, declarer.say("Dagen, ÅÅÅÅ-MM-DD", "The day, YYYY-MM-DD"));
  options.required("--on");
  declarer.add_target(command.target);
  declarer.add_new_folder(command.output);
}

std::string help_of(const DigestCommand& /*command*/, Language language) {
  return std::string(choose(language, "Visar en utgåvas kontrollsumma och vad den räknas på",
                            "Shows a revision's digest and what it is taken of"));
}

std::string help_of(const GraphCommand& /*command*/, Language language) {
  return std::string(choose(language, "Skriver en process som SVG", "Prints a process as SVG"));
}

std::string help_of(const PreviewCommand& /*command*/, Language language) {
  return std::string(choose(language, "Visar utkast och det som granskas på en egen webbplats",
                            "Shows drafts and texts under review on a site of their own"));
}

std::string help_of(const ProofCommand& /*command*/, Language language) {
  return std::string(choose(language, "Skriver ett bevis för vad som gällde en dag",
                            "Writes a proof of what was in force on a day"));
}

}  // namespace handbok
