#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "app/build_site.hpp"

namespace handbok {

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
