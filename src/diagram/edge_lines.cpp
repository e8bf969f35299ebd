#include "diagram/edge_lines.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "base/strings.hpp"
#include "diagram/line_fit.hpp"
#include "diagram/tidy_lines.hpp"

namespace handbok {
namespace {

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
