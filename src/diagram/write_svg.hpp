#pragma once

#include <string>
#include <vector>

#include "diagram/exit_labels.hpp"
#include "diagram/flow_graph.hpp"
#include "diagram/geometry.hpp"
#include "diagram/layout.hpp"

namespace handbok {

/// A drawing ready to be written: `lines` has one line for each edge.
struct FlowPicture {
  Layout layout;
  std::vector<Polyline> lines;
  std::vector<ExitLabel> labels;
  Box canvas;
};

/// The drawing as one <svg> element for HTML. It has classes, but neither colours, styles nor
/// scripts. Lane titles come first, then the nodes in the order of the graph, so that Tab goes in
/// step order; arrows and backgrounds are hidden from screen readers, who get the steps as text.
std::string write_svg(const FlowGraph& graph, const FlowPicture& picture);

}  // namespace handbok
