#include "app/build.hpp"

#include <algorithm>

#include "app/read_handbook.hpp"
#include "app/site_data.hpp"
#include "app/stopwatch.hpp"
#include "check/check.hpp"
#include "io/clock.hpp"
#include "load/load.hpp"
#include "render/render.hpp"
#include "render/theme.hpp"

namespace handbok {
namespace {

bool must_stop(const Diagnostics& diagnostics, Strictness strictness) {
  return diagnostics.stops_build() || (strictness == Strictness::stop && diagnostics.has_errors());
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

}  // namespace

BuildReport build(const FileTree& sources, const FileTree& theme_files, const BuildOptions& options,
                  const Isolate& isolate, const SiteSink& sink) {
  BuildReport report;
  Stopwatch watch(milliseconds_now());
  const auto end_phase = [&](const char* name) {
    report.phases.push_back({name, watch.lap(milliseconds_now())});
  };

  Diagnostics diagnostics;
  const Handbook handbook = read_handbook(sources, isolate, diagnostics);
  end_phase("read");
  const DayView view(handbook, options.as_of);
  const Backlinks backlinks(view);
  run_checks(view, backlinks, diagnostics);
  end_phase("check");
  const auto words =
      load_words(theme_files, "lang/" + handbook.settings.language + ".toml", diagnostics);
  const Theme theme = load_theme(theme_files, words, diagnostics);

  report.diagnostics = diagnostics.sorted();
  if (must_stop(diagnostics, options.strictness)) return report;
  report.outcome = BuildOutcome::built;
  report.withheld = withheld_in(report.diagnostics);
  report.documents_in_force = static_cast<std::size_t>(
      std::ranges::count(view.documents(), DocumentState::in_force, &DocumentDay::state));

  if (options.before_rendering) options.before_rendering(view, report);

  const RenderOptions render_options{options.base_url, options.drafts, HANDBOK_VERSION};
  Diagnostics of_rendering;
  const auto data_files = site_data(view);
  render_site(
      {view, backlinks, report.diagnostics, sources, theme, render_options, isolate, data_files},
      sink, of_rendering);
  diagnostics.merge(std::move(of_rendering));
  report.diagnostics = diagnostics.sorted();
  end_phase("render");
  return report;
}

}  // namespace handbok
