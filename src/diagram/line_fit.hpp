#pragma once

#include "diagram/flow_graph.hpp"
#include "diagram/geometry.hpp"
#include "diagram/layout.hpp"

namespace handbok {

inline bool is_upright(Point a, Point b) {
  return a.x == b.x;
}
inline bool is_level(Point a, Point b) {
  return a.y == b.y;
}

/// Moves an upright piece to the x of `place`, a level one to its y.
inline void move_piece(Point& a, Point& b, Point place) {
  if (is_upright(a, b)) {
    a.x = b.x = place.x;
  } else {
    a.y = b.y = place.y;
  }
}

/// Makes `line` begin and end on the border of the two nodes of `edge`, moving its ends along their
/// pieces. False if an end piece does not come from outside or misses the node: then it is of no
/// use.
bool attach(Polyline& line, const FlowEdge& edge, const FlowGraph& graph, const Layout& layout);

/// Whether `line` stays out of all nodes but the two that `edge` joins.
bool is_clear(const Polyline& line, const FlowEdge& edge, const Layout& layout);

}  // namespace handbok
