#include "diagram/steps.hpp"

#include "diagram/flow_order.hpp"

namespace handbok {

std::vector<Step> list_steps(const FlowGraph& graph) {
  const FlowOrder order = order_flow(graph);
  const auto exits = exits_of_nodes(graph);
  std::vector<Step> steps;
  for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
    Step step{node, graph.nodes[node].number, {}};
    for (const std::size_t edge : exits[node])
      step.exits.push_back({graph.edges[edge].label, graph.edges[edge].to, order.is_back[edge]});
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace handbok
