#pragma once

#include <vector>

#include "diagram/flow_graph.hpp"
#include "diagram/geometry.hpp"
#include "diagram/layout.hpp"

namespace handbok {

/// Calms a routed drawing: an arrow with one bend takes the other way around the corner where that
/// side of a node is less crowded, and an arrow that is alone on its side goes to the middle of it.
/// Nothing is moved onto a node or another arrow. One line for each edge, in and out.
std::vector<Polyline> tidy_lines(const FlowGraph& graph, const Layout& layout,
                                 std::vector<Polyline> lines);

}  // namespace handbok
