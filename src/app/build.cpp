#include "app/build.hpp"

#include <algorithm>

#include "app/make_edition.hpp"
#include "app/read_handbook.hpp"
#include "check/check.hpp"
#include "diag/code_names.hpp"
#include "load/read_settings.hpp"

namespace handbok {

bool has_lost_work(const std::vector<Diagnostic>& diagnostics) {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& diagnostic) {
    return diagnostic.code == Code::markdown_crashed ||
           diagnostic.code == Code::markdown_too_slow ||
           diagnostic.code == Code::diagram_layout_failed;
  });
}

bool has_profile(const FileTree& sources, const std::string& profile) {
  Diagnostics ignored;  // the build tells
  Handbook handbook;
  read_settings(sources, handbook, ignored);
  return ignored.stops_build() || find_profile(handbook.settings, profile).has_value();
}

BuildReport build(const FileTree& sources, const FileTree& theme_files, const BuildOptions& options,
                  const Isolate& isolate, const SiteSink& sink) {
  Stopwatch watch;
  Diagnostics found;
  const Handbook handbook = read_handbook(sources, isolate, found);
  watch.end_phase("read");
  const DayView whole(handbook, options.as_of);
  run_checks(whole, Backlinks(whole), found, isolate.jobs(), &options.law);
  watch.end_phase("check");
  const Theme theme = read_site_theme(theme_files, handbook, found);
  const auto profile = find_profile(handbook.settings, options.profile);
  if (!profile || found.stops_build()) return stopped_report(found.sorted(), watch.phases());
  const auto selection = select_profile(whole, *profile);
  const PressInput press{sources, theme, options, isolate};
  const Edition edition = make_edition(selection, found.sorted(), press);
  found = {};  // the edition has what may be told
  if (is_stopped(edition, options.strictness))
    return stopped_report(edition.diagnostics, watch.phases());
  auto report = render_edition(edition, press, sink);
  watch.end_phase("render");
  report.phases = watch.phases();
  return report;
}

}  // namespace handbok
