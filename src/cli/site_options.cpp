#include "cli/site_options.hpp"

#include "cli/declarer.hpp"

namespace handbok {
namespace {

void add_fail_on(Declarer& declarer, Severity& severity) {
  declarer.add_choice<Severity>(
      "--fail-on", severity,
      {{"error", Severity::error}, {"warning", Severity::warning}, {"note", Severity::note}},
      declarer.say("Slutstatus 1 från den här graden (error)",
                   "Exit status 1 from this severity (error)"));
}

void add_profile(OptionSink& options, const Declarer& declarer, std::string& profile) {
  options.text("--profile", profile,
               declarer.say("Vilka webbplatsen är för: internal (också utan valet), external eller "
                            "en av handbokens egna",
                            "Whom the site is for: internal (also if left out), external or one of "
                            "the handbook's own"));
}

}  // namespace

void declare(OptionSink& options, BuildCommand& command, Language language) {
  Declarer declarer(options, language);
  options.source(command.site.source);
  declarer.add_required("-o,--output", command.output,
                        declarer.say("Mappen att skriva till", "The folder to write to"));
  declarer.add_as_of(command.site.as_of);
  declarer.add_theme(command.site.theme);
  options.text(
      "--base-url", command.site.base_url,
      declarer.say("Adressen där webbplatsen ska ligga", "The address where the site will lie"));
  add_profile(options, declarer, command.site.profile);
  options.flag(
      "--drafts", [&command] { command.drafts = true; },
      declarer.say("Tar med utkast, märkta; aldrig för publicering",
                   "Includes drafts, marked; never for publishing"));
  options.flag(
      "--strict", [&command] { command.site.strict = true; },
      declarer.say("Varje fel stoppar bygget", "Every error stops the build"));
  options.choice(
      "--summary", {{"json", [&command] { command.json_summary = true; }}},
      declarer.say("json: avslutar med en rad JSON", "json: ends with one line of JSON"));
  add_fail_on(declarer, command.fail_on);
  declarer.add_jobs();
}

void declare(OptionSink& options, CheckCommand& command, Language language) {
  Declarer declarer(options, language);
  options.source(command.source);
  declarer.add_as_of(command.as_of);
  declarer.add_choice<ReportFormat>(
      "--format", command.format,
      {{"text", ReportFormat::text},
       {"json", ReportFormat::json},
       {"sarif", ReportFormat::sarif},
       {"junit", ReportFormat::junit}},
      declarer.say("text, json, sarif eller junit", "text, json, sarif or junit"));
  add_fail_on(declarer, command.fail_on);
  options.text("--doc", command.document,
               declarer.say("Bara det som rör dokumentet", "Only what concerns the document"));
  declarer.add_jobs();
}

void declare(OptionSink& options, ExplainCommand& command, Language language) {
  const Declarer declarer(options, language);
  options.text("code", command.code, declarer.say("Koden", "The code"));
  options.flag(
      "--markdown", [&command] { command.markdown = true; },
      declarer.say("Skriver alla koder som en Markdown-sida",
                   "Prints all codes as a Markdown page"));
  options.exclude("code", "--markdown");
}

void declare(OptionSink& options, PublishCommand& command, Language language) {
  Declarer declarer(options, language);
  options.source(command.site.source);
  declarer.add_target(command.target);
  declarer.add_as_of(command.site.as_of);
  declarer.add_theme(command.site.theme);
  options.text("--base-url", command.site.base_url,
               declarer.say("Adressen där webbplatsen ligger", "The address where the site lies"));
  add_profile(options, declarer, command.site.profile);
  options.flag(
      "--strict", [&command] { command.site.strict = true; },
      declarer.say("Varje fel stoppar publiceringen", "Every error stops the publication"));
  options.flag(
      "--any-file-system", [&command] { command.any_file_system = true; },
      declarer.say("Godtar ett filsystem som kan tappa det som skrivs",
                   "Accepts a file system that may lose what is written"));
  options.flag(
      "--change-profile", [&command] { command.change_profile = true; },
      declarer.say("Mappen får gå över till den här profilen",
                   "The folder may become this profile's"));
  options.choice("--summary", {{"json", [&command] { command.json_summary = true; }}},
                 declarer.say("json: skriver en rad JSON", "json: prints one line of JSON"));
  add_fail_on(declarer, command.fail_on);
  declarer.add_jobs();
}

void declare(OptionSink& options, VerifyCommand& command, Language language) {
  Declarer declarer(options, language);
  options.text("source", command.source,
               declarer.say("Mappen med källorna, om även de ska jämföras",
                            "The folder of sources, if they are to be compared too"));
  declarer.add_target(command.target);
  options.text(
      "--against", command.against,
      declarer.say("Ett vittne: liggarens huvud (42:sha256:…) eller mappen med en kopia",
                   "A witness: a head of the ledger (42:sha256:…) or the folder of a copy"));
  declarer.add_choice<bool>("--format", command.json, {{"text", false}, {"json", true}},
                            declarer.say("text eller json", "text or json"));
}

std::string help_of(const BuildCommand& /*command*/, Language language) {
  return std::string(choose(language, "Bygger handbokens webbplats", "Builds the handbook's site"));
}

std::string help_of(const CheckCommand& /*command*/, Language language) {
  return std::string(choose(language, "Kontrollerar handboken utan att bygga den",
                            "Checks the handbook without building it"));
}

std::string help_of(const ExplainCommand& /*command*/, Language language) {
  return std::string(choose(language, "Förklarar en kod, till exempel doc.review-overdue",
                            "Explains a code, such as doc.review-overdue"));
}

std::string help_of(const PublishCommand& /*command*/, Language language) {
  return std::string(choose(language, "Publicerar handboken: allt eller inget",
                            "Publishes the handbook: all of it or nothing"));
}

std::string help_of(const VerifyCommand& /*command*/, Language language) {
  return std::string(choose(language, "Bevisar att det publicerade är orört",
                            "Proves that what is published is untouched"));
}

}  // namespace handbok
