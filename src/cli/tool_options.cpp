#include "cli/tool_options.hpp"

#include "cli/declarer.hpp"

namespace handbok {

void declare(OptionSink& options, ServeCommand& command, Language language) {
  Declarer declarer(options, language);
  constexpr int port_max = 65535;
  options.source(command.source);
  declarer.add_as_of(command.as_of);
  declarer.add_theme(command.theme);
  options.flag(
      "--drafts", [&command] { command.drafts = true; },
      declarer.say("Visar utkasten också, märkta, och vad som fattas i dem på utkast/",
                   "Shows the drafts too, marked, and what they lack at utkast/"));
  options.number(
      "--port", command.port, {0, port_max},
      declarer.say("Porten; 0 tar en ledig (8000)", "The port; 0 takes a free one (8000)"));
}

void declare(OptionSink& options, InitCommand& command, Language language) {
  const Declarer declarer(options, language);
  options.subject(command.folder, declarer.say("Mappen att skapa", "The folder to make"));
  options.text("--title", command.title,
               declarer.say("Handbokens namn", "The name of the handbook"));
  options.text("--principal", command.principal,
               declarer.say("Vem som ansvarar för verksamheten, till exempel Lindby kommun",
                            "Who runs the organisation, such as Lindby kommun"));
}

void declare(OptionSink& /*options*/, DoctorCommand& /*command*/, Language /*language*/) {}

void declare(OptionSink& options, CompletionCommand& command, Language language) {
  const Declarer declarer(options, language);
  options.choice("shell",
                 {{"bash", [&command] { command.shell = Shell::bash; }},
                  {"zsh", [&command] { command.shell = Shell::zsh; }},
                  {"fish", [&command] { command.shell = Shell::fish; }}},
                 declarer.say("bash, zsh eller fish", "bash, zsh or fish"));
  options.required("shell");
}

void declare(OptionSink& /*options*/, ManCommand& /*command*/, Language /*language*/) {}

std::string help_of(const ServeCommand& /*command*/, Language language) {
  return std::string(choose(language, "Visar handboken på den här datorn medan den skrivs",
                            "Shows the handbook on this computer while it is written"));
}

std::string help_of(const InitCommand& /*command*/, Language language) {
  return std::string(choose(language, "Börjar en ny handbok", "Starts a new handbook"));
}

std::string help_of(const DoctorCommand& /*command*/, Language language) {
  return std::string(choose(language,
                            "Visar vad som finns på datorn av det som Handbok kan använda",
                            "Shows what this computer has of what Handbok can use"));
}

std::string help_of(const CompletionCommand& /*command*/, Language language) {
  return std::string(choose(language, "Skriver ett skript som fyller i kommandon i skalet",
                            "Prints a script that completes commands in the shell"));
}

std::string help_of(const ManCommand& /*command*/, Language language) {
  return std::string(choose(language, "Skriver manualsidan", "Prints the manual page"));
}

}  // namespace handbok
