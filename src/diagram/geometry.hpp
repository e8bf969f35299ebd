#pragma once

#include <algorithm>
#include <vector>

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

}  // namespace handbok
