#include <algorithm>
#include <utility>

#include "app/build_site.hpp"
#include "app/record.hpp"
#include "app/workspace.hpp"
#include "base/json.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "cli/tell_diagnostics.hpp"
#include "diag/write_text.hpp"

namespace handbok {
namespace {

struct BuildCommand {
  SiteChoice site;
  std::string output;
  bool drafts = false;
  Severity fail_on = Severity::error;
  bool json_summary = false;
  int jobs = 0;
  Caching caching = Caching::on;
};

std::vector<Option> describe(BuildCommand& command) {
  return {source_word(command.site.source),
          required(text("-o,--output", command.output,
                        {"Mappen att skriva till", "The folder to write to"})),
          as_of_option(command.site.as_of),
          theme_option(command.site.theme),
          text("--base-url", command.site.base_url,
               {"Adressen där webbplatsen ska ligga", "The address where the site will lie"}),
          profile_option(command.site.profile),
          flag("--drafts", command.drafts,
               {"Tar med utkast, märkta; aldrig för publicering",
                "Includes drafts, marked; never for publishing"}),
          flag("--strict", command.site.strict,
               {"Varje fel stoppar bygget", "Every error stops the build"}),
          choice<bool>("--summary", command.json_summary, {{"json", true}},
                       {"json: avslutar med en rad JSON", "json: ends with one line of JSON"}),
          fail_on_option(command.fail_on),
          jobs_option(command.jobs),
          no_cache_option(command.caching)};
}

bool reaches(const std::vector<Diagnostic>& diagnostics, Severity threshold) {
  return std::ranges::any_of(diagnostics,
                             [&](const Diagnostic& d) { return counts(d, threshold); });
}

/// The errors in full on stderr, and how many there are of everything else.
void tell_findings(const BuildReport& report, const BuildCommand& command,
                   const CommonOptions& common) {
  tell_errors(report.diagnostics, command.site.source, common.language);
  if (common.quiet) return;
  print_message(std::string(choose(common.language, "Kontroll: ", "Checks: ")) +
                write_counts(report.diagnostics, common.language));
}

void tell_outcome(const BuildSiteResult& result, Date day, const BuildCommand& command,
                  const CommonOptions& common) {
  if (result.report.outcome == BuildOutcome::stopped) {
    print_error(common.language,
                choose(common.language, "bygget stoppades av fel; ingenting skrevs.",
                       "the build was stopped by errors; nothing was written."));
    return;
  }
  if (common.quiet) return;
  const auto count = [](std::size_t number) { return std::to_string(number); };
  const auto files = choose(common.language, " filer skrivna, ", " files written, ");
  const auto unchanged = choose(common.language, " oförändrade", " unchanged");
  print_message(
      command.output + ": " +
      std::string(choose(common.language, "handboken den ", "the handbook on ")) + day.to_string() +
      ", " + count(result.report.documents_in_force) +
      std::string(choose(common.language, " gällande dokument, ", " documents in force, ")) +
      count(result.files.written) + std::string(files) + count(result.files.unchanged) +
      std::string(unchanged));
}

std::string summary_of(const BuildSiteResult& result, Date day) {
  const auto& report = result.report;
  const auto number = [](std::size_t value) { return Json(static_cast<std::int64_t>(value)); };
  const auto with = [&](Severity severity) {
    return number(static_cast<std::size_t>(
        std::ranges::count(report.diagnostics, severity, &Diagnostic::severity)));
  };
  Json::Array withheld;
  for (const auto& revision : report.withheld)
    withheld.emplace_back(revision.document + "@" + std::to_string(revision.number));
  Json::Object phases;
  for (const auto& phase : report.phases)
    phases.push_back({phase.name, Json(phase.milliseconds)});
  const Json::Object summary{{"built", report.outcome == BuildOutcome::built},
                             {"as_of", day.to_string()},
                             {"documents_in_force", number(report.documents_in_force)},
                             {"files_written", number(result.files.written)},
                             {"files_unchanged", number(result.files.unchanged)},
                             {"errors", with(Severity::error)},
                             {"warnings", with(Severity::warning)},
                             {"notes", with(Severity::note)},
                             {"withheld", std::move(withheld)},
                             {"milliseconds", std::move(phases)}};
  return to_text(Json(summary)) + "\n";
}

ExitStatus status_of(const BuildReport& report, Severity fail_on) {
  if (report.outcome == BuildOutcome::stopped) return ExitStatus::stopped;
  return reaches(report.diagnostics, fail_on) ? ExitStatus::found_something : ExitStatus::fine;
}

ExitStatus tell(const BuildSiteResult& result, Date day, const BuildCommand& command,
                const CommonOptions& common) {
  tell_findings(result.report, command, common);
  tell_outcome(result, day, command, common);
  if (command.json_summary) print(summary_of(result, day));
  return status_of(result.report, command.fail_on);
}

ExitStatus run(const BuildCommand& command, const CommonOptions& common) {
  auto options = options_of(command.site);
  options.drafts = command.drafts;
  std::optional<Record> record;
  if (command.caching == Caching::on)
    record = record_of_site(command.site.source, command.site.theme, options, command.output);
  if (const auto known = record ? recall_site(*record) : std::nullopt)
    return tell(*known, options.as_of, command, common);
  auto site = open_site(command.site, command.output, common);
  if (!site) return ExitStatus::could_not_run;
  const auto isolate = make_isolate(command.jobs, command.site.source, command.caching);
  const auto result = build_site(std::move(site->sources), site->theme, options, isolate,
                                 command.output, record ? &*record : nullptr);
  return tell(result, options.as_of, command, common);
}

}  // namespace

CommandSpec build_command() {
  return command_spec<BuildCommand>(
      "build", {"Bygger handbokens webbplats", "Builds the handbook's site"}, &describe, &run);
}

}  // namespace handbok
