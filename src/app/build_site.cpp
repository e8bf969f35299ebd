#include "app/build_site.hpp"

#include <algorithm>

#include "app/result_codec.hpp"
#include "app/workspace.hpp"
#include "derive/day_view.hpp"
#include "io/file.hpp"
#include "io/read_tree.hpp"
#include "io/real_disk.hpp"
#include "io/site_writer.hpp"
#include "load/load.hpp"
#include "publish/layout.hpp"
#include "render/addresses.hpp"

namespace handbok {
namespace {

/// One file of the site that the options would build; no value if the site has no such file or
/// errors stop the build.
std::optional<std::string> one_file(const FileTree& sources, const FileTree& theme,
                                    const BuildOptions& options, const Isolate& isolate,
                                    std::string_view path) {
  std::optional<std::string> bytes;
  static_cast<void>(build(sources, theme, options, isolate, [&](SiteFile file) {
    if (file.path.text() == path) bytes = std::move(file.bytes);
  }));
  return bytes;
}

/// The name of the diagram's file on the site: the document's id and the revision's number are in
/// it.
std::optional<std::string> diagram_path(const FileTree& sources, std::string_view id, Date day) {
  Diagnostics ignored;  // the build that draws it looks at them
  const Handbook handbook = load(sources, ignored);
  const DayView view(handbook, day);
  const auto* const revision = view.in_force(id);
  if (revision == nullptr || !revision->process) return std::nullopt;
  return "processer/" + revision->document + "/diagram-" + std::to_string(revision->number) +
         ".svg";
}

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

std::optional<std::string> draw_process(const FileTree& sources, const FileTree& theme,
                                        std::string_view id, Date day, const Isolate& isolate) {
  const auto path = diagram_path(sources, id, day);
  if (!path) return std::nullopt;
  BuildOptions options;
  options.as_of = day;
  return one_file(sources, theme, options, isolate, *path);
}

std::optional<std::string> ask_feed(const FileTree& sources, const FileTree& theme,
                                    const BuildOptions& options, const Isolate& isolate) {
  return one_file(sources, theme, options, isolate, address::news_feed);
}

BuildSiteResult build_site(FileTree sources, const FileTree& theme, const BuildOptions& options,
                           const Isolate& isolate, const std::string& folder,
                           const Record* record) {
  SiteWriter writer(folder);
  BuildSiteResult result;
  auto into_folder = options;
  into_folder.published_file = [&](const std::string& path) {
    return read_file(folder + "/" + path);
  };
  into_folder.earlier_page = into_folder.published_file;
  into_folder.forget = [&](const std::string& path) { sources.forget(path); };
  result.report = build(sources, theme, into_folder, isolate,
                        [&](const SiteFile& file) { writer.write(file.path, file.bytes); });
  if (result.report.outcome == BuildOutcome::stopped) return result;
  writer.finish();
  result.files = {writer.written_count(), writer.unchanged_count()};
  if (record != nullptr && !has_lost_work(result.report.diagnostics))
    record->keep(encode_result(result), &writer);
  return result;
}

Record record_of_site(const std::string& source, const std::string& theme,
                      const BuildOptions& options, const std::string& folder) {
  const auto flag = [](bool value) { return std::string(value ? "yes" : "no"); };
  return Record({"build",
                 {options.as_of.to_string(), options.base_url, options.profile,
                  flag(options.drafts), flag(options.strictness == Strictness::stop)},
                 source,
                 theme_folder(theme),
                 folder});
}

std::optional<BuildSiteResult> recall_site(Record& record) {
  Stopwatch watch;
  const auto kept = record.recall();
  auto result = kept ? decode_site_result(*kept) : std::nullopt;
  if (!result) return std::nullopt;
  watch.end_phase("scan");
  result->report.phases = watch.phases();
  result->files = {0, result->files.written + result->files.unchanged};
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
