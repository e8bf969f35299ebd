#pragma once

#include <algorithm>
#include <vector>

#include "diagram/flow_graph.hpp"

namespace handbok {

/// A place in the drawing, in pixels from its top left corner.
struct Point {
  double x = 0;
  double y = 0;

  bool operator==(const Point&) const = default;
};

/// A line of straight pieces, from its first point to its last.
using Polyline = std::vector<Point>;

/// An upright rectangle.
struct Box {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;

  double right() const { return left + width; }
  double bottom() const { return top + height; }
  Point center() const { return {left + width / 2, top + height / 2}; }

  /// This box with `margin` more on every side; less, if it is negative.
  Box grown(double margin) const {
    return {left - margin, top - margin, width + 2 * margin, height + 2 * margin};
  }
};

/// Whether two boxes share more than a border.
inline bool overlap(const Box& a, const Box& b) {
  return a.left < b.right() && b.left < a.right() && a.top < b.bottom() && b.top < a.bottom();
}

/// The box that an upright or level piece of line fills.
inline Box span_of(Point a, Point b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x) - std::min(a.x, b.x),
          std::max(a.y, b.y) - std::min(a.y, b.y)};
}

/// Whether a line of upright and level pieces enters the inside of `box`.
inline bool enters(const Polyline& line, const Box& box) {
  for (std::size_t i = 1; i < line.size(); ++i)
    if (overlap(span_of(line[i - 1], line[i]), box)) return true;
  return false;
}

/// How far the sides of a wait bulge.
constexpr double wait_bulge = 12;

/// The radius of the corners of a node that is not a decision or a wait.
double corner_radius(NodeKind kind, const Box& box);

/// Which sides of a node are meant: top and bottom, or left and right.
enum class Sides { level, upright };

/// How far inside its box the border of a node lies, on a level (or upright) side and `offset` from
/// the middle of that side: nothing for a plain box, all the way to its middle for a diamond's
/// corner.
double border_depth(NodeKind kind, const Box& box, Sides sides, double offset);

}  // namespace handbok
