#pragma once

#include <cstddef>
#include <vector>

#include "diagram/flow_graph.hpp"

namespace handbok {

/// How the arrows of a flow order its nodes, once its loops are cut.
struct FlowOrder {
  /// For each edge: whether it leads back to a step that is already under way (or to itself).
  std::vector<bool> is_back;
  /// All nodes, each before those its other arrows lead to.
  std::vector<std::size_t> topological;
};

/// Finds the loops by a depth-first search from the first node, then from each node not yet
/// reached, along the edges in the order given. Every edge must name two nodes of the graph.
FlowOrder order_flow(const FlowGraph& graph);

/// The indexes of the edges that leave each node, in the order given.
std::vector<std::vector<std::size_t>> exits_of_nodes(const FlowGraph& graph);

}  // namespace handbok
