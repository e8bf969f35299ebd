#include "app/build.hpp"

#include <algorithm>

#include "app/closed_addresses.hpp"
#include "app/profile_diagnostics.hpp"
#include "app/read_handbook.hpp"
#include "app/site_data.hpp"
#include "app/stopwatch.hpp"
#include "check/check.hpp"
#include "derive/profile.hpp"
#include "io/clock.hpp"
#include "load/load.hpp"
#include "load/read_settings.hpp"
#include "render/render.hpp"
#include "render/theme.hpp"

namespace handbok {
namespace {

bool is_stopped(const std::vector<Diagnostic>& diagnostics, Strictness strictness) {
  const auto is_error = [](const Diagnostic& d) { return d.severity == Severity::error; };
  return strictness == Strictness::stop && std::ranges::any_of(diagnostics, is_error);
}

std::vector<RevisionKey> withheld_in(const std::vector<Diagnostic>& diagnostics) {
  std::vector<RevisionKey> withheld;
  for (const auto& diagnostic : diagnostics) {
    if (diagnostic.consequence == Consequence::revision_withheld && diagnostic.revision) {
      withheld.push_back(*diagnostic.revision);
    }
  }
  std::ranges::sort(withheld);
  withheld.erase(std::unique(withheld.begin(), withheld.end()), withheld.end());
  return withheld;
}

/// What the profile's site hides of the addresses that its readers have known.
std::set<std::string, std::less<>> hidden_in(const RenderInput& site, const DayView& whole,
                                             const std::set<std::string, std::less<>>& published) {
  if (published.empty()) return {};
  const Backlinks backlinks(whole);
  const auto data_files = site_data(whole);
  auto options = site.options;
  options.pages.clear();
  const RenderInput everything{whole,      backlinks, site.diagnostics, site.sources,
                               site.theme, options,   site.isolate,     data_files};
  return hidden_addresses(published, site, everything);
}

}  // namespace

bool has_profile(const FileTree& sources, const std::string& profile) {
  Diagnostics ignored;  // the build tells
  Handbook handbook;
  read_settings(sources, handbook, ignored);
  return ignored.stops_build() || find_profile(handbook.settings, profile).has_value();
}

BuildReport build(const FileTree& sources, const FileTree& theme_files, const BuildOptions& options,
                  const Isolate& isolate, const SiteSink& sink) {
  BuildReport report;
  Stopwatch watch(milliseconds_now());
  const auto end_phase = [&](const char* name) {
    report.phases.push_back({name, watch.lap(milliseconds_now())});
  };

  Diagnostics diagnostics;
  const Handbook whole = read_handbook(sources, isolate, diagnostics);
  end_phase("read");
  const DayView whole_view(whole, options.as_of);
  run_checks(whole_view, Backlinks(whole_view), diagnostics, isolate.jobs());
  end_phase("check");
  const auto words =
      load_words(theme_files, "lang/" + whole.settings.language + ".toml", diagnostics);
  const Theme theme = load_theme(theme_files, words, diagnostics);

  const auto profile = find_profile(whole.settings, options.profile);
  report.diagnostics = diagnostics.sorted();
  if (!profile || diagnostics.stops_build()) return report;
  const auto selection = select_profile(whole_view, *profile);
  const auto withheld = withheld_in(report.diagnostics);
  if (selection) report.diagnostics = diagnostics_for(*selection, report.diagnostics);
  if (is_stopped(report.diagnostics, options.strictness)) return report;
  const DayView view(selection ? selection->handbook : whole, options.as_of);
  report.outcome = BuildOutcome::built;
  report.withheld = withheld_in(report.diagnostics);
  report.documents_in_force = static_cast<std::size_t>(
      std::ranges::count(view.documents(), DocumentState::in_force, &DocumentDay::state));

  const Backlinks backlinks(view);
  const auto data_files = site_data(view);
  RenderOptions render_options{options.base_url, options.drafts, HANDBOK_VERSION, options.preview,
                               profile->pages};
  const RenderInput input{view,           backlinks, report.diagnostics, sources, theme,
                          render_options, isolate,   data_files};
  const bool shows_all = !selection && profile->pages.empty();
  if (!shows_all) report.closed = hidden_in(input, whole_view, options.published);
  if (selection) report.standing = take_standing(report.closed, whole, *selection, withheld);
  render_options.closed.assign(report.closed.begin(), report.closed.end());

  if (options.before_rendering) options.before_rendering(view, whole_view, report);

  Diagnostics all;
  for (const auto& diagnostic : report.diagnostics)
    all.report(diagnostic);
  render_site(input, sink, all);
  report.diagnostics = all.sorted();
  end_phase("render");
  return report;
}

}  // namespace handbok
