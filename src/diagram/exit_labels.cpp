#include "diagram/exit_labels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "diagram/label_text.hpp"

namespace handbok {
namespace {

constexpr double side_gap = 6;
constexpr double start_gap = 3;
constexpr double slide = 6;

/// How bad it is that a label lies on something.
constexpr double on_a_node = 100;
constexpr double on_a_label = 100;
constexpr double on_a_line = 30;
constexpr double near_a_line = 3;
constexpr double on_a_lane_border = 2;
constexpr double for_a_slide = 0.2;
constexpr double for_a_later_piece = 1.5;

struct Candidate {
  Box box;
  TextAnchor anchor;
  double cost;
};

class LabelPlacement {
public:
  LabelPlacement(const FlowGraph& graph, const Layout& layout, const std::vector<Polyline>& lines)
      : graph_(graph),
        layout_(layout),
        lines_(lines) {}

  std::vector<ExitLabel> run() {
    for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge)
      place(edge);
    return std::move(labels_);
  }

private:
  void place(std::size_t edge) {
    ExitLabel label{edge, wrap_exit_label(graph_.edges[edge].label), {}, TextAnchor::start};
    if (label.lines.empty()) return;
    for (const std::string& line : label.lines) {
      const double width = text_width(line, drawing::small_font_size * drawing::bold);
      label.box.width = std::max(label.box.width, width);
    }
    label.box.height = static_cast<double>(label.lines.size()) * drawing::small_line_height;

    double least_cost = std::numeric_limits<double>::max();
    for (Candidate candidate : candidates_for(lines_[edge], label.box)) {
      if (candidate.cost >= least_cost) continue;  // most are: collisions need not be counted
      candidate.cost += collisions(candidate.box);
      if (candidate.cost >= least_cost) continue;
      least_cost = candidate.cost;
      label.box = candidate.box;
      label.anchor = candidate.anchor;
    }
    labels_.push_back(std::move(label));
  }

  static std::vector<Candidate> candidates_for(const Polyline& line, const Box& size) {
    std::vector<Candidate> candidates;
    for (std::size_t piece = 1; piece < line.size(); ++piece) {
      const Point from = line[piece - 1];
      const Point to = line[piece];
      const double room = std::abs(to.x - from.x) + std::abs(to.y - from.y) - 2 * side_gap;
      double along = 0;
      double cost = for_a_later_piece * static_cast<double>(piece - 1);
      do {
        const auto beside = from.x == to.x ? beside_upright(from, to, along, size)
                                           : beside_level(from, to, along, size);
        for (const Candidate& candidate : beside)
          candidates.push_back({candidate.box, candidate.anchor, candidate.cost + cost});
        along += slide;
        cost += for_a_slide;
      } while (along <= room);
    }
    return candidates;
  }

  static std::vector<Candidate> beside_upright(Point from, Point to, double along,
                                               const Box& size) {
    const double top =
        to.y > from.y ? from.y + start_gap + along : from.y - start_gap - along - size.height;
    return {{{from.x + side_gap, top, size.width, size.height}, TextAnchor::start, 0},
            {{from.x - side_gap - size.width, top, size.width, size.height}, TextAnchor::end, 0.1}};
  }

  static std::vector<Candidate> beside_level(Point from, Point to, double along, const Box& size) {
    const bool is_rightward = to.x > from.x;
    const double left =
        is_rightward ? from.x + side_gap + along : from.x - side_gap - along - size.width;
    const TextAnchor anchor = is_rightward ? TextAnchor::start : TextAnchor::end;
    return {{{left, from.y - start_gap - size.height, size.width, size.height}, anchor, 0},
            {{left, from.y + start_gap, size.width, size.height}, anchor, 0.1}};
  }

  double collisions(const Box& box) const {
    double cost = 0;
    for (const NodeLayout& node : layout_.nodes)
      cost += overlap(box, node.box.grown(2)) ? on_a_node : 0;
    for (const ExitLabel& label : labels_)
      cost += overlap(box, label.box.grown(2)) ? on_a_label : 0;
    for (const Polyline& line : lines_)
      cost += cost_of_line(box, line);
    for (const LaneLayout& lane : layout_.lanes)
      cost += crosses_side(box, lane.box) ? on_a_lane_border : 0;
    return cost;
  }

  static double cost_of_line(const Box& box, const Polyline& line) {
    if (enters(line, box.grown(1))) return on_a_line;
    return enters(line, box.grown(side_gap + 1)) ? near_a_line : 0;
  }

  static bool crosses_side(const Box& box, const Box& lane) {
    return overlap(box, lane) && (box.left < lane.left || box.right() > lane.right());
  }

  const FlowGraph& graph_;
  const Layout& layout_;
  const std::vector<Polyline>& lines_;
  std::vector<ExitLabel> labels_;
};

}  // namespace

std::vector<ExitLabel> place_exit_labels(const FlowGraph& graph, const Layout& layout,
                                         const std::vector<Polyline>& lines) {
  return LabelPlacement(graph, layout, lines).run();
}

}  // namespace handbok
