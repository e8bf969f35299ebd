#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/build.hpp"

namespace handbok {

/// One file of the site that the options would build; no value if the site has no such file or
/// errors stop the build.
std::optional<std::string> one_file(const FileTree& sources, const FileTree& theme,
                                    const BuildOptions& options, const Isolate& isolate,
                                    std::string_view path);

}  // namespace handbok
