#include "diagram/exit_labels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "diagram/label_text.hpp"
#include "diagram/node_text.hpp"

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
    for (const std::string& line : label.lines)
      label.box.width =
          std::max(label.box.width, text_width(line, drawing::small_font_size * drawing::bold));
    label.box.height = static_cast<double>(label.lines.size()) * drawing::small_line_height;

    double least_cost = std::numeric_limits<double>::max();
    for (Candidate candidate : candidates_for(lines_[edge], label.box)) {
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
    for (std::size_t i = 1; i < line.size(); ++i) {
      const Point from = line[i - 1];
      const Point to = line[i];
      const double length = std::abs(to.x - from.x) + std::abs(to.y - from.y);
      for (double along = 0; along == 0 || along + side_gap <= length; along += slide) {
        const double cost =
            for_a_slide * along / slide + for_a_later_piece * static_cast<double>(i - 1);
        const auto beside = from.x == to.x ? beside_upright(from, to, along, size)
                                           : beside_level(from, to, along, size);
        for (Candidate candidate : beside) {
          candidate.cost += cost;
          candidates.push_back(candidate);
        }
      }
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
      if (overlap(box, node.box.grown(2))) cost += on_a_node;
    for (const ExitLabel& label : labels_)
      if (overlap(box, label.box.grown(2))) cost += on_a_label;
    for (const Polyline& line : lines_)
      cost += enters(line, box.grown(1)) ? on_a_line : enters(line, box.grown(7)) ? near_a_line : 0;
    for (const LaneLayout& lane : layout_.lanes) {
      const bool is_inside = box.left >= lane.box.left && box.right() <= lane.box.right();
      if (overlap(box, lane.box) && !is_inside) cost += on_a_lane_border;
    }
    return cost;
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
