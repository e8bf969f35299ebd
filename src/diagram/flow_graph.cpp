#include "diagram/flow_graph.hpp"

#include <cmath>

namespace handbok {
namespace {

constexpr double box_radius = 3;
constexpr double largest_terminal_radius = 26;

/// The depth of a rounded corner that begins at `straight` from the middle of the side.
double corner_depth(double offset, double straight, double radius) {
  const double into = std::abs(offset) - straight;
  if (into <= 0) return 0;
  return radius - std::sqrt(std::max(0.0, radius * radius - into * into));
}

}  // namespace

double corner_radius(NodeKind kind, const Box& box) {
  const bool is_terminal = kind == NodeKind::start || kind == NodeKind::end;
  return is_terminal ? std::min(box.height / 2, largest_terminal_radius) : box_radius;
}

double border_depth(NodeKind kind, const Box& box, Sides sides, double offset) {
  const double half_side = (sides == Sides::level ? box.width : box.height) / 2;
  const double half_across = (sides == Sides::level ? box.height : box.width) / 2;
  const double share = std::abs(offset) / half_side;
  switch (kind) {
    case NodeKind::start:
    case NodeKind::end: {
      const double radius = corner_radius(kind, box);
      return corner_depth(offset, half_side - radius, radius);
    }
    case NodeKind::decision: return share * half_across;
    case NodeKind::wait: return sides == Sides::upright ? wait_bulge * share * share : 0;
    case NodeKind::activity:
    case NodeKind::subprocess:
    case NodeKind::reference: return 0;
  }
  return 0;
}

}  // namespace handbok
