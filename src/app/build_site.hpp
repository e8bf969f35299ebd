#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "app/build.hpp"
#include "app/record.hpp"
#include "base/date.hpp"
#include "base/file_tree.hpp"
#include "base/isolate.hpp"

namespace handbok {

// Single files of the site that is built for a day.

/// The diagram of the process that is in force on the day, as the SVG file that the site of that
/// day has; no value if no such process is in force or it could not be drawn.
std::optional<std::string> draw_process(const FileTree& sources, const FileTree& theme,
                                        std::string_view id, Date day, const Isolate& isolate);

/// The news of the day as an Atom feed, byte for byte as the site of these options has it; no value
/// if errors stop the build.
std::optional<std::string> ask_feed(const FileTree& sources, const FileTree& theme,
                                    const BuildOptions& options, const Isolate& isolate);

/// Builds into `folder`, writing only what differs, and lets go of the sources when it can. A
/// stopped build touches nothing there. What came of it is kept in `record`, if that is given.
/// Throws IoError.
BuildSiteResult build_site(FileTree sources, const FileTree& theme, const BuildOptions& options,
                           const Isolate& isolate, const std::string& folder,
                           const Record* record = nullptr);

/// The record of a build into `folder`; make it before the sources are read.
Record record_of_site(const std::string& source, const std::string& theme,
                      const BuildOptions& options, const std::string& folder);

/// What a build into that folder came to last time, if it would come to the same now and has
/// nothing to write.
std::optional<BuildSiteResult> recall_site(Record& record);

/// Why no preview is written.
enum class PreviewProblem : std::uint8_t {
  published,  ///< the folder is, or lies in, one that a handbook is published to
  not_empty   ///< it holds something that is no preview
};

/// Builds a preview into `folder`: a site of its own that shows what nobody has approved yet and
/// says on every page that it does not apply. Takes a new or empty folder, or one with an earlier
/// preview. Throws IoError.
std::variant<BuildSiteResult, PreviewProblem> build_preview(const FileTree& sources,
                                                            const FileTree& theme,
                                                            const BuildOptions& options,
                                                            const Isolate& isolate,
                                                            const std::string& folder);

}  // namespace handbok
