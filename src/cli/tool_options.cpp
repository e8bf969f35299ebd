#include "cli/tool_options.hpp"

#include "cli/console.hpp"

namespace handbok {
namespace {

std::string say(Language language, std::string_view swedish, std::string_view english) {
  return std::string(choose(language, swedish, english));
}

}  // namespace

void declare(OptionSink& options, ServeCommand& command, Language language) {
  constexpr int port_max = 65535;
  options.source(command.source);
  options.date("--as-of", command.as_of,
               say(language, "Dagen som handboken ska visa, ÅÅÅÅ-MM-DD (i dag)",
                   "The day to show, YYYY-MM-DD (today)"));
  options.text("--theme", command.theme,
               say(language, "Mappen med temat", "The folder of the theme"));
  options.flag(
      "--drafts", [&command] { command.drafts = true; },
      say(language, "Tar med utkast, märkta", "Includes drafts, marked"));
  options.number(
      "--port", command.port, {0, port_max},
      say(language, "Porten; 0 tar en ledig (8000)", "The port; 0 takes a free one (8000)"));
}

void declare(OptionSink& options, InitCommand& command, Language language) {
  options.subject(command.folder, say(language, "Mappen att skapa", "The folder to make"));
  options.text("--title", command.title,
               say(language, "Handbokens namn", "The name of the handbook"));
  options.text("--principal", command.principal,
               say(language, "Vem som ansvarar för verksamheten, till exempel Lindby kommun",
                   "Who runs the organisation, such as Lindby kommun"));
}

void declare(OptionSink& options, ExportFeedCommand& command, Language language) {
  options.source(command.source);
  options.date("--as-of", command.as_of,
               say(language, "Dagen som handboken ska visa, ÅÅÅÅ-MM-DD (i dag)",
                   "The day to show, YYYY-MM-DD (today)"));
  options.text("--base-url", command.base_url,
               say(language, "Adressen där webbplatsen ligger", "The address where the site lies"));
  options.text("-o,--output", command.output,
               say(language, "Filen att skriva till (stdout)", "The file to write to (stdout)"));
}

void declare(OptionSink& /*options*/, DoctorCommand& /*command*/, Language /*language*/) {}

void declare(OptionSink& options, CompletionCommand& command, Language language) {
  options.choice("shell",
                 {{"bash", [&command] { command.shell = Shell::bash; }},
                  {"zsh", [&command] { command.shell = Shell::zsh; }},
                  {"fish", [&command] { command.shell = Shell::fish; }}},
                 say(language, "bash, zsh eller fish", "bash, zsh or fish"));
  options.required("shell");
}

void declare(OptionSink& /*options*/, ManCommand& /*command*/, Language /*language*/) {}

std::string help_of(const ServeCommand& /*command*/, Language language) {
  return say(language, "Visar handboken på den här datorn medan den skrivs",
             "Shows the handbook on this computer while it is written");
}

std::string help_of(const InitCommand& /*command*/, Language language) {
  return say(language, "Börjar en ny handbok", "Starts a new handbook");
}

std::string help_of(const ExportFeedCommand& /*command*/, Language language) {
  return say(language, "Skriver nyheterna som ett flöde", "Writes the news as a feed");
}

std::string help_of(const DoctorCommand& /*command*/, Language language) {
  return say(language, "Visar vad som finns på datorn av det som Handbok kan använda",
             "Shows what this computer has of what Handbok can use");
}

std::string help_of(const CompletionCommand& /*command*/, Language language) {
  return say(language, "Skriver ett skript som fyller i kommandon i skalet",
             "Prints a script that completes commands in the shell");
}

std::string help_of(const ManCommand& /*command*/, Language language) {
  return say(language, "Skriver manualsidan", "Prints the manual page");
}

}  // namespace handbok
