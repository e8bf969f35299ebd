#include <algorithm>

#include "app/publish_metrics.hpp"
#include "app/publish_site.hpp"
#include "app/undo.hpp"
#include "app/workspace.hpp"
#include "base/json.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "cli/tell_diagnostics.hpp"
#include "diag/write_text.hpp"

namespace handbok {
namespace {

struct PublishCommand {
  SiteChoice site;
  std::string target;
  bool any_file_system = false;
  bool change_profile = false;
  bool far = false;
  std::string metrics;  ///< the file for a monitor; empty: none
  Severity fail_on = Severity::error;
  bool json_summary = false;
  int jobs = 0;
  Caching caching = Caching::on;
};

std::vector<Option> describe(PublishCommand& command) {
  return {
      source_word(command.site.source),
      target_option(command.target),
      as_of_option(command.site.as_of),
      theme_option(command.site.theme),
      text("--base-url", command.site.base_url,
           {"Adressen där webbplatsen ligger", "The address where the site lies"}),
      profile_option(command.site.profile),
      flag("--strict", command.site.strict,
           {"Varje fel stoppar publiceringen", "Every error stops the publication"}),
      flag("--any-file-system", command.any_file_system,
           {"Godtar ett filsystem som kan tappa det som skrivs",
            "Accepts a file system that may lose what is written"}),
      flag("--change-profile", command.change_profile,
           {"Mappen får gå över till den här profilen", "The folder may become this profile's"}),
      far_option(command.far),
      choice<bool>("--summary", command.json_summary, {{"json", true}},
                   {"json: skriver en rad JSON", "json: prints one line of JSON"}),
      text("--metrics", command.metrics,
           {"Fil för övervakning, i Prometheus textformat",
            "A file for monitoring, in the text format of Prometheus"}),
      fail_on_option(command.fail_on),
      jobs_option(command.jobs),
      no_cache_option(command.caching)};
}

/// The errors in full on stderr, and how many there are of everything else.
void tell_findings(const BuildReport& report, const PublishCommand& command,
                   const CommonOptions& common) {
  tell_errors(report.diagnostics, command.site.source, common.language);
  if (common.quiet || report.phases.empty()) return;
  print_message(std::string(choose(common.language, "Kontroll: ", "Checks: "))
                    .append(write_counts(report.diagnostics, common.language)));
}

std::string release_name(int release) {
  auto text = std::to_string(release);
  constexpr std::size_t digits = 6;
  return std::string(text.size() < digits ? digits - text.size() : 0, '0') + text;
}

/// What happened, in a sentence that is a result: it is printed only after all is safe.
std::string outcome_text(const PublishResult& result, const PublishCommand& command,
                         Language language) {
  const auto count = [](std::size_t number) { return std::to_string(number); };
  if (result.outcome == PublishOutcome::unchanged) {
    return fill_slots(choose(language, "{}: inget nytt; publicering {} gäller. Liggaren: {}\n",
                             "{}: nothing new; release {} stands. Ledger: {}\n"),
                      {command.target, release_name(result.release), result.head});
  }
  return fill_slots(
      choose(language,
             "{}: publicering {}, {} filer skrivna, {} oförändrade, {} behållna. Liggaren: {}\n",
             "{}: release {}, {} files written, {} unchanged, {} kept. Ledger: {}\n"),
      {command.target, release_name(result.release), count(result.counts.written),
       count(result.counts.linked - result.counts.kept), count(result.counts.kept), result.head});
}

void tell_other_profile(const PublishResult& result, const PublishCommand& command,
                        Language language) {
  const auto asked = command.site.profile.empty() ? std::string("internal") : command.site.profile;
  print_error(
      language,
      fill_slots(
          choose(language,
                 "{}: mappen är för profilen {}, inte för {}. Ingenting är ändrat. Ange --profile "
                 "{}, eller en annan mapp med --to. Om profilen bara har bytt namn: lägg till "
                 "--change-profile den här gången.",
                 "{}: the folder is for the profile {}, not for {}. Nothing was changed. Give "
                 "--profile {}, or another folder with --to. If the profile was only renamed, add "
                 "--change-profile this time."),
          {command.target, result.profile, asked, result.profile}));
}

void tell_failure(const PublishResult& result, const PublishCommand& command,
                  const CommonOptions& common) {
  const auto language = common.language;
  switch (result.outcome) {
    case PublishOutcome::published:
    case PublishOutcome::unchanged: return;
    case PublishOutcome::stopped:
      print_error(language,
                  choose(language, "publiceringen stoppades av fel; det som visades visas.",
                         "the publication was stopped by errors; what was served is "
                         "served."));
      return;
    case PublishOutcome::target_fault:
      print_error(language, command.target + "/" + fault_text(*result.fault, language));
      return;
    case PublishOutcome::clock_behind:
      print_error(
          language,
          choose(language, "datorns klocka går mer än ett dygn efter liggaren. Ställ klockan.",
                 "the clock is more than a day behind the ledger. Set the clock."));
      return;
    case PublishOutcome::no_space:
      print_error(language, fill_slots(choose(language, "{}: det behövs {} byte ledigt utrymme.",
                                              "{}: {} bytes of free space are needed."),
                                       {command.target, std::to_string(result.bytes_needed)}));
      return;
    case PublishOutcome::other_profile: tell_other_profile(result, command, language); return;
  }
}

std::string summary_of(const PublishResult& result) {
  const auto number = [](std::size_t value) { return Json(static_cast<std::int64_t>(value)); };
  Json::Array withheld(result.state.withheld.begin(), result.state.withheld.end());
  Json::Object phases;
  for (const auto& phase : result.report.phases)
    phases.push_back({phase.name, Json(phase.milliseconds)});
  const Json::Object summary{{"outcome", name_of(result.outcome)},
                             {"release", result.release},
                             {"head", result.head},
                             {"as_of", result.state.as_of.to_string()},
                             {"documents_in_force", result.state.documents},
                             {"files_written", number(result.counts.written)},
                             {"files_unchanged", number(result.counts.linked)},
                             {"files_kept", number(result.counts.kept)},
                             {"errors", result.state.errors},
                             {"warnings", result.state.warnings},
                             {"notes", result.state.notes},
                             {"withheld", std::move(withheld)},
                             {"milliseconds", std::move(phases)}};
  return to_text(Json(summary)) + "\n";
}

bool reaches(const CheckedState& state, Severity threshold) {
  if (state.errors > 0 || !state.withheld.empty()) return true;
  if (threshold == Severity::error) return false;
  return state.warnings > 0 || (threshold == Severity::note && state.notes > 0);
}

ExitStatus status_of(const PublishResult& result, Severity fail_on) {
  switch (result.outcome) {
    case PublishOutcome::published:
    case PublishOutcome::unchanged:
      return reaches(result.state, fail_on) ? ExitStatus::found_something : ExitStatus::fine;
    case PublishOutcome::stopped:
    case PublishOutcome::target_fault:
    case PublishOutcome::other_profile: return ExitStatus::stopped;
    case PublishOutcome::clock_behind:
    case PublishOutcome::no_space: return ExitStatus::could_not_run;
  }
  return ExitStatus::could_not_run;
}

ExitStatus run(const PublishCommand& command, const CommonOptions& common) {
  if (!is_day_meant(command.site.as_of, "--as-of", command.far, common.language) ||
      !require_outside(command.metrics, command.target, common) ||
      !require_outside(command.metrics, command.site.source, common))
    return ExitStatus::could_not_run;
  const auto site = open_site(command.site, command.target, common);
  if (!site) return ExitStatus::could_not_run;
  const auto& [sources, theme, options] = *site;
  const auto isolate = make_isolate(command.jobs, command.site.source, command.caching);
  const PublishRequest request{sources,
                               theme,
                               options,
                               isolate,
                               current_moment(),
                               common.language,
                               command.change_profile,
                               origin_of_sources(command.site.source)};
  const auto demand = command.any_file_system ? FileSystemDemand::any : FileSystemDemand::fit;
  const auto published = publish_site(request, command.target, demand);
  if (published.access != TargetAccess::open) {
    print_access_problem(published.access, command.target, published.file_system, common.language);
    return ExitStatus::could_not_run;
  }
  const auto& result = published.result;
  if (result.outcome == PublishOutcome::published) note_published(command.site.source);
  tell_findings(result.report, command, common);
  tell_failure(result, command, common);
  if (command.json_summary) {
    print(summary_of(result));
  } else if (result.outcome == PublishOutcome::published ||
             result.outcome == PublishOutcome::unchanged) {
    print(outcome_text(result, command, common.language));
  }
  if (!command.metrics.empty())  // last: what became of the run is told though this fails
    write_result(command.metrics, publish_metrics(result, command.target, request.now));
  return status_of(result, command.fail_on);
}

}  // namespace

CommandSpec publish_command() {
  return command_spec<PublishCommand>(
      "publish",
      {"Publicerar handboken: allt eller inget", "Publishes the handbook: all of it or nothing"},
      &describe, &run);
}

}  // namespace handbok
