#include "diagram/line_fit.hpp"

#include <cmath>

namespace handbok {
namespace {

/// Moves `end` along its piece to the border of the node; `next` is the point beside it.
bool attach_end(Point& end, Point next, const Box& box, NodeKind kind) {
  const Point center = box.center();
  const bool upright = is_upright(end, next);
  const double across = upright ? std::abs(end.x - center.x) / (box.width / 2)
                                : std::abs(end.y - center.y) / (box.height / 2);
  if (across >= 1) return false;
  // A diamond is the narrower the farther from its middle a line meets it.
  const double reach = kind == NodeKind::decision ? 1 - across : 1;
  if (upright) {
    end.y = center.y + (next.y > center.y ? reach : -reach) * box.height / 2;
    return next.y <= box.top || next.y >= box.bottom();
  }
  end.x = center.x + (next.x > center.x ? reach : -reach) * box.width / 2;
  return next.x <= box.left || next.x >= box.right();
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
