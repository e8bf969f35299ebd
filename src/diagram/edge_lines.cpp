#include "diagram/edge_lines.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "base/strings.hpp"

namespace handbok {
namespace {

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

/// Makes `line` begin and end on the border of the two nodes of `edge`, moving its ends along their
/// pieces. False if an end piece does not come from outside or misses the node: then it is of no
/// use.
bool attach(Polyline& line, const FlowEdge& edge, const FlowGraph& graph, const Layout& layout) {
  const std::size_t last = line.size() - 1;
  return attach_end(line[0], line[1], layout.nodes[edge.from].box, graph.nodes[edge.from].kind) &&
         attach_end(line[last], line[last - 1], layout.nodes[edge.to].box,
                    graph.nodes[edge.to].kind);
}

/// Whether `line` stays out of all nodes but the two that `edge` joins.
bool is_clear(const Polyline& line, const FlowEdge& edge, const Layout& layout) {
  for (std::size_t node = 0; node < layout.nodes.size(); ++node) {
    if (node == edge.from || node == edge.to) continue;
    if (enters(line, layout.nodes[node].box)) return false;
  }
  return true;
}

constexpr int rounds = 2;            ///< a line that moves may make room for another
constexpr double too_close = 9;      ///< for two lines that run side by side
constexpr double off_center = 0.55;  ///< more is seen

/// How bad something is for a line.
constexpr double beside_a_line = 10;
constexpr double across_a_line = 3;
constexpr double sharing_a_side = 2;
constexpr double alone_but_off_center = 0.5;
constexpr double along_a_border = 4;
constexpr double for_a_bend = 0.3;
constexpr double for_a_pixel = 0.001;

/// An upright line so near the border of a lane is read as a part of it.
constexpr double near_a_border = 7;

/// Where ways around others run and end: beside a border, and off the middle of a node's side.
constexpr std::array<double, 4> ways_beside_a_border{9, -9, 18, -18};
constexpr std::array<double, 3> starts_off_center{0, 10, -10};
constexpr std::array<double, 7> ends_off_center{0, 10, -10, 20, -20, 30, -30};

/// In a drawing with more lines a way around one is across another, and the search is long.
constexpr std::size_t lines_with_ways_around = 60;

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
        lines_(std::move(lines)) {
    for (const LaneLayout& lane : layout.lanes) {
      if (lane.box.left > 0) borders_.push_back(lane.box.left);
    }
    ways_ = layout.column_channels;
    for (const double border : borders_) {
      for (const double distance : ways_beside_a_border)
        ways_.push_back(border + distance);
    }
  }

  std::vector<Polyline> run() {
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t edge = 0; edge < lines_.size(); ++edge) {
        if (graph_.edges[edge].from == graph_.edges[edge].to) continue;
        if (lines_[edge].size() == 3) offer(edge, turned(edge));
        offer(edge, with_start_centered(edge));
        offer(edge, with_end_centered(edge));
        if (lines_.size() <= lines_with_ways_around && troubles_others(edge)) lead_around(edge);
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

  /// Whether the edge's line crosses another, or is not told from the border of a lane.
  bool troubles_others(std::size_t edge) const {
    const Polyline& line = lines_[edge];
    if (cost_of_way(line) > cost_of_length(line)) return true;
    for (std::size_t other = 0; other < lines_.size(); ++other) {
      if (other != edge && clash_of(line, lines_[other]) > 0) return true;
    }
    return false;
  }

  /// Tries the ways out at one side of a node, up or down beside some column, and in at a side.
  void lead_around(std::size_t edge) {
    const Point from = center_of(graph_.edges[edge].from);
    const Point to = center_of(graph_.edges[edge].to);
    for (const double x : ways_) {
      for (const double start : starts_off_center) {
        for (const double end : ends_off_center) {
          if (std::abs(from.y + start - to.y - end) < too_close) continue;  // no room for corners
          offer(
              edge,
              {{from.x, from.y + start}, {x, from.y + start}, {x, to.y + end}, {to.x, to.y + end}});
        }
      }
    }
  }

  static double cost_of_length(const Polyline& line) {
    double cost = for_a_bend * static_cast<double>(line.size());
    for (std::size_t i = 1; i < line.size(); ++i) {
      const Box span = span_of(line[i - 1], line[i]);
      cost += for_a_pixel * (span.width + span.height);
    }
    return cost;
  }

  /// What a line costs wherever the others are.
  double cost_of_way(const Polyline& line) const {
    double cost = cost_of_length(line);
    for (std::size_t i = 1; i < line.size(); ++i) {
      if (!is_upright(line[i - 1], line[i])) continue;
      for (const double border : borders_)
        cost += std::abs(line[i].x - border) < near_a_border ? along_a_border : 0;
    }
    return cost;
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
    double cost = cost_of_way(line);
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
  std::vector<double> borders_;  ///< between two lanes
  std::vector<double> ways_;     ///< where an upright piece may stand
};

/// Calms a routed drawing: an arrow that crosses another or runs along the border of a lane takes a
/// way around where there is one, an arrow with one bend takes the other way around the corner
/// where that side of a node is less crowded, and an arrow that is alone on its side goes to the
/// middle of it. Nothing is moved onto a node or another arrow. One line for each edge, in and out.
std::vector<Polyline> tidy_lines(const FlowGraph& graph, const Layout& layout,
                                 std::vector<Polyline> lines) {
  return Tidying(graph, layout, std::move(lines)).run();
}

/// Corners closer than this are one: the router's arithmetic leaves crumbs.
constexpr double crumb = 0.6;

/// How far a loop from a node to itself reaches out.
constexpr double loop_reach = 20;

/// By how much plain lines leave the middle of the channels they run in.
constexpr std::array<double, 4> plain_line_shifts{7, -7, 13, -13};

std::optional<Polyline> decode_line(std::string_view text) {
  std::vector<double> numbers;
  while (!text.empty()) {
    long tenths = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), tenths);
    if (error != std::errc{} || end == text.data() + text.size() || *end != ' ')
      return std::nullopt;
    numbers.push_back(static_cast<double>(tenths) / 10);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  }
  if (numbers.size() % 2 != 0) return std::nullopt;
  Polyline line;
  for (std::size_t i = 0; i < numbers.size(); i += 2)
    line.push_back({numbers[i], numbers[i + 1]});
  return line;
}

/// `point`, moved right below or beside `before` if it is nearly there.
Point aligned(Point point, Point before) {
  if (std::abs(point.x - before.x) < crumb) point.x = before.x;
  if (std::abs(point.y - before.y) < crumb) point.y = before.y;
  return point;
}

bool is_straight(Point a, Point b, Point c) {
  return (is_upright(a, b) && is_upright(b, c)) || (is_level(a, b) && is_level(b, c));
}

/// `line` without crumbs and without points that are no corners.
Polyline straightened(const Polyline& line) {
  Polyline straight;
  for (Point point : line) {
    if (!straight.empty()) point = aligned(point, straight.back());
    if (!straight.empty() && point == straight.back()) continue;
    const bool goes_on =
        straight.size() > 1 && is_straight(straight[straight.size() - 2], straight.back(), point);
    if (goes_on) straight.pop_back();
    straight.push_back(point);
  }
  return straight;
}

bool is_right_angled(const Polyline& line) {
  for (std::size_t i = 1; i < line.size(); ++i)
    if (!is_upright(line[i - 1], line[i]) && !is_level(line[i - 1], line[i])) return false;
  return line.size() > 1;
}

class Finisher {
public:
  Finisher(const FlowGraph& graph, const Layout& layout) : graph_(graph), layout_(layout) {}

  Polyline finish(std::size_t edge, const Polyline& found) const {
    const FlowEdge& ends = graph_.edges[edge];
    Polyline line = straightened(found);
    if (is_right_angled(line)) settle(line, ends);
    if (is_right_angled(line) && attach(line, ends, graph_, layout_) &&
        is_clear(line, ends, layout_))
      return line;
    return plain_line(edge);
  }

private:
  /// The router spreads the lines over a whole cell; this spreads them over the node in it.
  void settle(Polyline& line, const FlowEdge& ends) const {
    const std::size_t last = line.size() - 1;
    if (last == 1) return;
    settle_piece(line[0], line[1], layout_.nodes[ends.from]);
    settle_piece(line[last], line[last - 1], layout_.nodes[ends.to]);
  }

  static void settle_piece(Point& end, Point& next, const NodeLayout& node) {
    const Point center = node.box.center();
    move_piece(end, next,
               {center.x + (end.x - center.x) * node.box.width / node.clearance.width,
                center.y + (end.y - center.y) * node.box.height / node.clearance.height});
  }

  Polyline plain_line(std::size_t edge) const {
    const FlowEdge& ends = graph_.edges[edge];
    Polyline line = ends.from == ends.to ? loop_beside(layout_.nodes[ends.from].box)
                                         : line_through_channels(edge);
    attach(line, ends, graph_, layout_);
    return line;
  }

  /// Out of the right side of a node and in again.
  static Polyline loop_beside(const Box& box) {
    const double outside = box.right() + loop_reach;
    const double middle = box.center().y;
    const double half = box.height / 5;
    return {{box.right(), middle + half},
            {outside, middle + half},
            {outside, middle - half},
            {box.right(), middle - half}};
  }

  /// Down, along the channel below the row, along a channel between columns, and in from above.
  /// Rows and columns leave these channels free, so that such a line always exists.
  Polyline line_through_channels(std::size_t edge) const {
    const NodeLayout& from = layout_.nodes[graph_.edges[edge].from];
    const NodeLayout& to = layout_.nodes[graph_.edges[edge].to];
    // Off the middle, where the router's lines are, and beside the last such line.
    const double shift = plain_line_shifts.at(edge % plain_line_shifts.size());
    const Point start{from.box.center().x + shift, from.box.bottom()};
    const Point end{to.box.center().x + shift, to.box.top};
    const double below = layout_.row_channels[from.row + 1] + shift;
    Polyline line{start, {start.x, below}};
    if (to.row != from.row + 1) {
      const bool comes_from_the_right = from.box.center().x > to.box.center().x;
      const std::size_t channel = to.column + (comes_from_the_right ? 1 : 0);
      const double beside = layout_.column_channels[channel] + shift;
      const double above = layout_.row_channels[to.row] + shift;
      line.insert(line.end(), {{beside, below}, {beside, above}, {end.x, above}});
    } else {
      line.push_back({end.x, below});
    }
    line.push_back(end);
    return straightened(line);
  }

  const FlowGraph& graph_;
  const Layout& layout_;
};

}  // namespace

std::string encode_lines(const std::vector<Polyline>& lines) {
  std::string text;
  for (const Polyline& line : lines) {
    for (const Point& point : line) {
      text += std::to_string(std::lround(point.x * 10)) + ' ';
      text += std::to_string(std::lround(point.y * 10)) + ' ';
    }
    text += '\n';
  }
  return text;
}

std::optional<std::vector<Polyline>> decode_lines(std::string_view text, std::size_t count) {
  const std::vector<std::string_view> parts = split(text, '\n');
  if (parts.size() != count + 1 || !parts.back().empty()) return std::nullopt;
  std::vector<Polyline> lines;
  for (std::size_t i = 0; i < count; ++i) {
    auto line = decode_line(parts[i]);
    if (!line) return std::nullopt;
    lines.push_back(*std::move(line));
  }
  return lines;
}

std::vector<Polyline> finish_lines(const FlowGraph& graph, const Layout& layout,
                                   std::vector<Polyline> found) {
  const Finisher finisher(graph, layout);
  for (std::size_t edge = 0; edge < found.size(); ++edge)
    found[edge] = finisher.finish(edge, found[edge]);
  return tidy_lines(graph, layout, std::move(found));
}

}  // namespace handbok
