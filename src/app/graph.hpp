#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/expected.hpp"
#include "base/file_tree.hpp"
#include "base/isolate.hpp"

namespace handbok {

/// Why `handbok graph` has nothing to print.
enum class GraphFailure : std::uint8_t {
  no_process,  ///< no such document, not a process, or not in force that day
  not_drawn    ///< the layout gave nothing
};

/// The diagram of the process that is in force on the day, as an SVG file.
Expected<std::string, GraphFailure> draw_process(const FileTree& sources, std::string_view id, Date day,
                                                 const Isolate& isolate);

}  // namespace handbok
