#pragma once

#include <vector>

#include "diagram/flow_graph.hpp"
#include "diagram/layout.hpp"

namespace handbok {

/// Asks Graphviz for right-angled ways between the pinned boxes: one line for each edge, from the
/// border of the first box to that of the last; empty where it found none. The same layout gives
/// the same lines, whatever was routed before.
///
/// Graphviz leaks, must never run in two threads, and may crash on a graph it does not like: call
/// this only as isolated work (base/isolate.hpp). Not for edges from a node to itself.
std::vector<Polyline> route_with_graphviz(const Layout& layout, const std::vector<FlowEdge>& edges);

}  // namespace handbok
