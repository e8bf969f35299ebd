#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/expected.hpp"
#include "base/isolate.hpp"
#include "diagram/flow_graph.hpp"

namespace handbok {

/// Where a node stands in its drawing.
struct NodePlace {
  std::string id;
  Box box;
};

/// A flow as an inline <svg> element, and what a page needs to know around it.
struct Drawing {
  std::string svg;
  double width = 0;             ///< natural width in pixels
  double height = 0;            ///< natural height in pixels
  std::vector<NodeKind> kinds;  ///< those in use, each once, in the order of the enum
  bool has_collaboration = false;
  double header_height = 0;  ///< of the lane titles on top; 0 if it has no lanes
  /// Where it may be cut across without a node in two: heights from the top, in rising order.
  std::vector<double> cuts{};
  std::vector<NodePlace> places{};
};

/// Why there is no drawing: nothing to draw, or an index that leads nowhere; more nodes or edges
/// than base/limits.def allows; the layout engine crashed on it; or it took longer than the
/// isolation allows.
enum class DrawFailure { malformed, too_large, died, too_slow };

/// Draws all graphs, in the order given. The layout engine runs in `isolate`, many graphs in one
/// piece of work; if that fails, each of them is tried alone, so that a graph that cannot be drawn
/// costs no other its drawing. A graph gives the same bytes whatever is drawn beside it.
std::vector<Expected<Drawing, DrawFailure>> draw_all(std::span<const FlowGraph> graphs,
                                                     const Isolate& isolate);

}  // namespace handbok
