#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "app/build.hpp"

namespace handbok {

/// What a build into a folder did there.
struct WriteCounts {
  std::size_t written = 0;
  std::size_t unchanged = 0;
};

struct BuildSiteResult {
  BuildReport report;
  WriteCounts files;
};

/// Builds into `folder`, writing only what differs. A stopped build touches nothing there. Throws
/// IoError.
BuildSiteResult build_site(const FileTree& sources, const FileTree& theme,
                           const BuildOptions& options, const Isolate& isolate,
                           const std::string& folder);

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
