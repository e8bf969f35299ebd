#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diagram/flow_graph.hpp"

namespace handbok {

/// One way onwards from a step: "Om ja: gå till 4".
struct StepExit {
  std::string label;       ///< empty if the arrow has none
  std::size_t target = 0;  ///< index into FlowGraph::nodes
  bool is_back = false;    ///< leads back to a step that was already under way
};

/// A node as it is told in words.
struct Step {
  std::size_t node = 0;  ///< index into FlowGraph::nodes
  int number = 0;        ///< that of the node; 0 if it has none
  std::vector<StepExit> exits;
};

/// The text twin of the drawing: every node once, in reading order, and every edge exactly once,
/// under the node it leaves and in the order given.
std::vector<Step> list_steps(const FlowGraph& graph);

}  // namespace handbok
