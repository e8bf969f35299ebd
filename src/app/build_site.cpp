#include "app/build_site.hpp"

#include <algorithm>

#include "io/read_tree.hpp"
#include "io/real_disk.hpp"
#include "io/site_writer.hpp"
#include "publish/layout.hpp"

namespace handbok {
namespace {

/// The file that tells a preview from every other folder, for programs and for people.
constexpr std::string_view mark = "forhandsgranskning.txt";

bool holds_publication(const std::string& folder) {
  return is_folder(folder + "/" + std::string(layout::ledger)) &&
         is_folder(folder + "/" + std::string(layout::releases));
}

/// True for a folder that is published to, and for every one below it.
bool is_published(const std::string& folder) {
  auto path = real_folder(folder);
  while (!path.empty()) {
    if (holds_publication(path)) return true;
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) break;
    path.erase(slash);
  }
  return false;
}

bool is_free(const std::string& folder) {
  if (!is_folder(folder)) return true;
  RealDisk disk(folder);
  const auto names = disk.names_in("");
  return names.empty() || std::ranges::find(names, mark) != names.end();
}

}  // namespace

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

std::variant<BuildSiteResult, PreviewProblem> build_preview(const FileTree& sources,
                                                            const FileTree& theme,
                                                            const BuildOptions& options,
                                                            const Isolate& isolate,
                                                            const std::string& folder) {
  if (is_published(folder)) return PreviewProblem::published;
  if (!is_free(folder)) return PreviewProblem::not_empty;
  auto preview_options = options;
  preview_options.preview = true;
  preview_options.drafts = true;
  SiteWriter writer(folder);
  BuildSiteResult result;
  result.report = build(sources, theme, preview_options, isolate,
                        [&](const SiteFile& file) { writer.write(file.path, file.bytes); });
  if (result.report.outcome == BuildOutcome::stopped) return result;
  writer.write(std::string(mark), "handbok preview\n");
  writer.write("robots.txt", "User-agent: *\nDisallow: /\n");
  writer.finish();
  result.files = {writer.written_count(), writer.unchanged_count()};
  return result;
}

}  // namespace handbok
