#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace handbok {

/// What a node is, and thereby its shape.
enum class NodeKind { start, end, activity, decision, subprocess, reference, wait };

/// A column of the diagram: whoever acts there. `href` is a relative address, or empty.
struct FlowLane {
  std::string title;
  std::string href;
};

/// One box of the diagram.
struct FlowNode {
  std::string id;  ///< unique in its graph; letters, digits and hyphens of ASCII
  NodeKind kind = NodeKind::activity;
  std::string label;
  std::optional<std::size_t> lane;  ///< index into FlowGraph::lanes; none: that of its neighbour
  std::string href;                 ///< relative address, or empty: then it is no link
  int number = 0;                   ///< written before the label, if not 0
  bool is_collaboration = false;    ///< done together with others: dashed, with the tag below
  std::string collaboration_label;  ///< the tag, for example "Samverkan"
};

/// An arrow. `from` and `to` are indexes into FlowGraph::nodes; `label` may be empty.
struct FlowEdge {
  std::size_t from = 0;
  std::size_t to = 0;
  std::string label;
};

/// A flow to draw: what happens, in which order, and in whose lane.
///
/// The nodes stand in reading order and the first is where the flow starts. Titles and labels are
/// plain text in UTF-8. `id_prefix` begins every id in the drawing, so that a page can hold
/// several.
struct FlowGraph {
  std::string id_prefix;
  std::string title;
  std::string description;
  std::vector<FlowLane> lanes;
  std::vector<FlowNode> nodes;
  std::vector<FlowEdge> edges;
};

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
