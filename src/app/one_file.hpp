#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/build.hpp"
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

}  // namespace handbok
