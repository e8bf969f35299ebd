#include "diagram/line_fit.hpp"

#include <cmath>

#include "diagram/node_shape.hpp"

namespace handbok {
namespace {

/// Moves `end` along its piece to the border of the node; `next` is the point beside it.
bool attach_end(Point& end, Point next, const Box& box, NodeKind kind) {
  const Point center = box.center();
  if (is_upright(end, next)) {
    const double offset = end.x - center.x;
    const double reach = box.height / 2 - border_depth(kind, box, Sides::level, offset);
    end.y = center.y + (next.y > center.y ? reach : -reach);
    return std::abs(offset) < box.width / 2 && (next.y <= box.top || next.y >= box.bottom());
  }
  const double offset = end.y - center.y;
  const double reach = box.width / 2 - border_depth(kind, box, Sides::upright, offset);
  end.x = center.x + (next.x > center.x ? reach : -reach);
  return std::abs(offset) < box.height / 2 && (next.x <= box.left || next.x >= box.right());
}

}  // namespace

bool attach(Polyline& line, const FlowEdge& edge, const FlowGraph& graph, const Layout& layout) {
  const std::size_t last = line.size() - 1;
  return attach_end(line[0], line[1], layout.nodes[edge.from].box, graph.nodes[edge.from].kind) &&
         attach_end(line[last], line[last - 1], layout.nodes[edge.to].box,
                    graph.nodes[edge.to].kind);
}

bool is_clear(const Polyline& line, const FlowEdge& edge, const Layout& layout) {
  for (std::size_t node = 0; node < layout.nodes.size(); ++node) {
    if (node == edge.from || node == edge.to) continue;
    if (enters(line, layout.nodes[node].box)) return false;
  }
  return true;
}

}  // namespace handbok
