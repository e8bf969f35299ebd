#include "diagram/edge_lines.hpp"

#include <charconv>
#include <cmath>

#include "base/strings.hpp"
#include "diagram/line_fit.hpp"
#include "diagram/tidy_lines.hpp"

namespace handbok {
namespace {

/// Corners closer than this are one: the router's arithmetic leaves crumbs.
constexpr double crumb = 0.6;

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

/// `line` without crumbs and without points that are no corners.
Polyline straightened(const Polyline& line) {
  Polyline straight;
  for (Point point : line) {
    if (!straight.empty()) {
      if (std::abs(point.x - straight.back().x) < crumb) point.x = straight.back().x;
      if (std::abs(point.y - straight.back().y) < crumb) point.y = straight.back().y;
      if (point == straight.back()) continue;
    }
    if (straight.size() > 1) {
      const Point before = straight[straight.size() - 2];
      const Point corner = straight.back();
      const bool goes_on = (is_upright(before, corner) && is_upright(corner, point)) ||
                           (is_level(before, corner) && is_level(corner, point));
      if (goes_on) straight.pop_back();
    }
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

  /// Down, along the channel below the row, along a channel between columns, and in from above.
  /// Rows and columns leave these channels free, so that such a line always exists.
  Polyline plain_line(std::size_t edge) const {
    const FlowEdge& ends = graph_.edges[edge];
    const NodeLayout& from = layout_.nodes[ends.from];
    const NodeLayout& to = layout_.nodes[ends.to];
    // Plain lines that share a channel stay apart.
    const double shift = 4 * (static_cast<double>(edge % 5) - 2);
    const Point start{from.box.center().x + shift, from.box.bottom()};
    const Point end{to.box.center().x + shift, to.box.top};
    const double below = layout_.row_channels[from.row + 1] + shift;
    Polyline line{start, {start.x, below}};
    if (to.row != from.row + 1) {
      const bool is_to_the_right = from.box.center().x > to.box.center().x || ends.from == ends.to;
      const std::size_t channel = to.column + (is_to_the_right ? 1 : 0);
      const double beside = layout_.column_channels[channel] + shift;
      const double above = layout_.row_channels[to.row] + shift;
      line.insert(line.end(), {{beside, below}, {beside, above}, {end.x, above}});
    } else {
      line.push_back({end.x, below});
    }
    line.push_back(end);
    line = straightened(line);
    attach(line, ends, graph_, layout_);
    return line;
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
