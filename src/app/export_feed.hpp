#pragma once

#include <optional>
#include <string>

#include "app/build.hpp"

namespace handbok {

/// The news of the day as an Atom feed, byte for byte as the site of these options has it; no value
/// if errors stop the build.
std::optional<std::string> ask_feed(const FileTree& sources, const FileTree& theme,
                                    const BuildOptions& options, const Isolate& isolate);

}  // namespace handbok
