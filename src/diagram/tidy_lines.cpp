#include "diagram/tidy_lines.hpp"

#include <cmath>

#include "diagram/line_fit.hpp"

namespace handbok {
namespace {

constexpr int rounds = 2;            ///< a line that moves may make room for another
constexpr double too_close = 9;      ///< for two lines that run side by side
constexpr double off_center = 0.55;  ///< more is seen

/// How bad something is for a line.
constexpr double beside_a_line = 10;
constexpr double across_a_line = 3;
constexpr double sharing_a_side = 2;
constexpr double alone_but_off_center = 0.5;

enum class Side { top, bottom, left, right };

/// The side of its node at which a line ends; `next` is the point beside the end.
Side side_of(Point end, Point next) {
  if (is_upright(end, next)) return next.y < end.y ? Side::top : Side::bottom;
  return next.x < end.x ? Side::left : Side::right;
}

/// One end of a line: where it meets which node.
struct LineEnd {
  std::size_t node = 0;
  Side side = Side::top;
  Point at;

  bool shares_side_with(const LineEnd& other) const {
    return node == other.node && side == other.side;
  }
};

/// What two pieces of line are to each other.
double clash(Point a, Point b, Point c, Point d) {
  const Box first = span_of(a, b);
  const Box second = span_of(c, d);
  const bool run_alike = is_upright(a, b) == is_upright(c, d);
  if (!run_alike) return overlap(first.grown(0.1), second.grown(0.1)) ? across_a_line : 0;
  return overlap(first.grown(too_close / 2), second.grown(too_close / 2)) ? beside_a_line : 0;
}

class Tidying {
public:
  Tidying(const FlowGraph& graph, const Layout& layout, std::vector<Polyline> lines)
      : graph_(graph),
        layout_(layout),
        lines_(std::move(lines)) {}

  std::vector<Polyline> run() {
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t edge = 0; edge < lines_.size(); ++edge) {
        if (graph_.edges[edge].from == graph_.edges[edge].to) continue;
        if (lines_[edge].size() == 3) offer(edge, turned(edge));
        offer(edge, with_start_centered(edge));
        offer(edge, with_end_centered(edge));
      }
    }
    return std::move(lines_);
  }

private:
  /// Takes `line` instead of the edge's present one if it is possible and better.
  void offer(std::size_t edge, Polyline line) {
    const FlowEdge& ends = graph_.edges[edge];
    if (!attach(line, ends, graph_, layout_) || !is_clear(line, ends, layout_)) return;
    if (cost_of(edge, line) < cost_of(edge, lines_[edge])) lines_[edge] = std::move(line);
  }

  Point center_of(std::size_t node) const { return layout_.nodes[node].box.center(); }

  /// An arrow with one bend that takes the other way around the corner.
  Polyline turned(std::size_t edge) const {
    const Polyline& line = lines_[edge];
    const Point from = center_of(graph_.edges[edge].from);
    const Point to = center_of(graph_.edges[edge].to);
    if (is_upright(line[0], line[1])) return {from, {to.x, from.y}, to};
    return {from, {from.x, to.y}, to};
  }

  Polyline with_start_centered(std::size_t edge) const {
    Polyline line = lines_[edge];
    move_piece(line[0], line[1], center_of(graph_.edges[edge].from));
    return line;
  }

  Polyline with_end_centered(std::size_t edge) const {
    Polyline line = lines_[edge];
    const std::size_t last = line.size() - 1;
    move_piece(line[last], line[last - 1], center_of(graph_.edges[edge].to));
    return line;
  }

  double cost_of(std::size_t edge, const Polyline& line) const {
    const LineEnd start = start_of(edge, line);
    const LineEnd end = end_of(edge, line);
    double cost = 0;
    int company_at_start = 0;
    int company_at_end = 0;
    for (std::size_t other = 0; other < lines_.size(); ++other) {
      if (other == edge) continue;
      cost += clash_of(line, lines_[other]);
      for (const LineEnd& neighbour :
           {start_of(other, lines_[other]), end_of(other, lines_[other])}) {
        company_at_start += start.shares_side_with(neighbour) ? 1 : 0;
        company_at_end += end.shares_side_with(neighbour) ? 1 : 0;
      }
    }
    return cost + cost_of_end(start, company_at_start) + cost_of_end(end, company_at_end);
  }

  double cost_of_end(const LineEnd& end, int company) const {
    if (company > 0) return sharing_a_side * company;
    const Point center = center_of(end.node);
    const bool is_level_side = end.side == Side::top || end.side == Side::bottom;
    const double offset = is_level_side ? end.at.x - center.x : end.at.y - center.y;
    return std::abs(offset) > off_center ? alone_but_off_center : 0;
  }

  static double clash_of(const Polyline& line, const Polyline& other) {
    double cost = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
      for (std::size_t j = 1; j < other.size(); ++j)
        cost += clash(line[i - 1], line[i], other[j - 1], other[j]);
    }
    return cost;
  }

  LineEnd start_of(std::size_t edge, const Polyline& line) const {
    return {graph_.edges[edge].from, side_of(line[0], line[1]), line[0]};
  }

  LineEnd end_of(std::size_t edge, const Polyline& line) const {
    const Point end = line.back();
    return {graph_.edges[edge].to, side_of(end, line[line.size() - 2]), end};
  }

  const FlowGraph& graph_;
  const Layout& layout_;
  std::vector<Polyline> lines_;
};

}  // namespace

std::vector<Polyline> tidy_lines(const FlowGraph& graph, const Layout& layout,
                                 std::vector<Polyline> lines) {
  return Tidying(graph, layout, std::move(lines)).run();
}

}  // namespace handbok
