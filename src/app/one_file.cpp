#include "app/one_file.hpp"

#include "derive/day_view.hpp"
#include "load/load.hpp"
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

}  // namespace handbok
