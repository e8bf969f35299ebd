#include "app/build_site.hpp"

#include "io/site_writer.hpp"

namespace handbok {

BuildSiteResult build_site(const FileTree& sources, const FileTree& theme,
                           const BuildOptions& options, const Isolate& isolate,
                           const std::string& folder) {
  SiteWriter writer(folder);
  BuildSiteResult result;
  result.report = build(sources, theme, options, isolate,
                        [&](const SiteFile& file) { writer.write(file.path, file.bytes); });
  if (result.report.outcome == BuildOutcome::stopped) return result;
  writer.finish();
  result.files = {writer.written_count(), writer.unchanged_count()};
  return result;
}

}  // namespace handbok
