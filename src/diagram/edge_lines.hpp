#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagram/flow_graph.hpp"
#include "diagram/layout.hpp"

namespace handbok {

/// Lines as bytes, to send them out of isolated work: one text line for each, tenths of a pixel.
std::string encode_lines(const std::vector<Polyline>& lines);

/// What encode_lines wrote; nothing if `text` is anything else or does not hold `count` lines.
std::optional<std::vector<Polyline>> decode_lines(std::string_view text, std::size_t count);

/// The final line of each edge, given what the router found (`found`, one for each edge, possibly
/// empty or poor): straightened, ending on the border of the shapes it joins, never through another
/// node. Where the router's line cannot be used, a plain one of our own runs between rows and
/// columns.
std::vector<Polyline> finish_lines(const FlowGraph& graph, const Layout& layout,
                                   std::vector<Polyline> found);

}  // namespace handbok
