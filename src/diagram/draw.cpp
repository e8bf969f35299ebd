#include "diagram/draw.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/limits.hpp"
#include "diagram/edge_lines.hpp"
#include "diagram/exit_labels.hpp"
#include "diagram/graphviz_router.hpp"
#include "diagram/layout.hpp"
#include "diagram/place_nodes.hpp"
#include "diagram/write_svg.hpp"

namespace handbok {
namespace {

constexpr std::size_t graphs_per_work =
    100;                             ///< the layout engine leaks; its process must not grow
constexpr double lane_margin = 12;   ///< around lines that run outside the lanes
constexpr double canvas_margin = 1;  ///< for the stroke of the outermost border

std::optional<DrawFailure> reason_not_to_draw(const FlowGraph& graph) {
  if (graph.nodes.size() > limits::process_nodes || graph.edges.size() > limits::process_edges)
    return DrawFailure::too_large;
  const auto leads_nowhere = [&](const FlowEdge& edge) {
    return edge.from >= graph.nodes.size() || edge.to >= graph.nodes.size();
  };
  const auto has_no_such_lane = [&](const FlowNode& node) {
    return node.lane && *node.lane >= graph.lanes.size();
  };
  const bool is_malformed = graph.nodes.empty() ||
                            std::ranges::any_of(graph.edges, leads_nowhere) ||
                            std::ranges::any_of(graph.nodes, has_no_such_lane);
  if (is_malformed) return DrawFailure::malformed;
  return std::nullopt;
}

/// A graph on its way to a drawing: placed, but without its arrows.
struct Draft {
  const FlowGraph* graph;
  std::size_t index;  ///< of its result
  Layout layout;
};

/// One line for each edge of the draft, as bytes. Edges from a node to itself are not routed.
std::string route(const Draft& draft) {
  std::vector<FlowEdge> routed;
  for (const FlowEdge& edge : draft.graph->edges)
    if (edge.from != edge.to) routed.push_back(edge);
  std::vector<Polyline> found = route_with_graphviz(draft.layout, routed);
  std::vector<Polyline> lines;
  auto next = found.begin();
  for (const FlowEdge& edge : draft.graph->edges)
    lines.push_back(edge.from == edge.to ? Polyline{} : std::move(*next++));
  return encode_lines(lines);
}

/// What fits all lanes, lines and labels, the outermost lanes widened to hold the lines.
Box fit_canvas(FlowPicture& picture) {
  std::vector<LaneLayout>& lanes = picture.layout.lanes;
  double left = 0;
  double right = lanes.back().box.right();
  double bottom = lanes.back().box.bottom();
  for (const Polyline& line : picture.lines) {
    for (const Point& point : line) {
      left = std::min(left, point.x - lane_margin);
      right = std::max(right, point.x + lane_margin);
      bottom = std::max(bottom, point.y + lane_margin);
    }
  }
  for (const ExitLabel& label : picture.labels) {
    left = std::min(left, label.box.left - lane_margin);
    right = std::max(right, label.box.right() + lane_margin);
  }
  lanes.back().box.width = right - lanes.back().box.left;
  lanes.front().box.width = lanes.front().box.right() - left;
  lanes.front().box.left = left;
  for (LaneLayout& lane : lanes)
    lane.box.height = bottom;
  return Box{std::floor(left), 0, std::ceil(right) - std::floor(left), std::ceil(bottom)}.grown(
      canvas_margin);
}

Drawing finish(const Draft& draft, std::vector<Polyline> found) {
  const FlowGraph& graph = *draft.graph;
  FlowPicture picture{draft.layout, finish_lines(graph, draft.layout, std::move(found)), {}, {}};
  picture.labels = place_exit_labels(graph, picture.layout, picture.lines);
  picture.canvas = fit_canvas(picture);
  Drawing drawing{
      write_svg(graph, picture), picture.canvas.width, picture.canvas.height, {}, false};
  for (const FlowNode& node : graph.nodes) {
    drawing.kinds.push_back(node.kind);
    drawing.has_collaboration = drawing.has_collaboration || node.is_collaboration;
  }
  std::ranges::sort(drawing.kinds);
  drawing.kinds.erase(std::unique(drawing.kinds.begin(), drawing.kinds.end()), drawing.kinds.end());
  return drawing;
}

using DrawResult = Expected<Drawing, DrawFailure>;

class BatchRenderer {
public:
  BatchRenderer(std::span<const FlowGraph> graphs, const Isolate& isolate)
      : isolate_(isolate),
        results_(graphs.size(), Unexpected{DrawFailure::died}) {
    for (std::size_t i = 0; i < graphs.size(); ++i) {
      if (const auto reason = reason_not_to_draw(graphs[i])) {
        results_[i] = Unexpected{*reason};
      } else {
        const Grid grid = place_nodes(graphs[i], order_flow(graphs[i]));
        drafts_.push_back({&graphs[i], i, lay_out(graphs[i], grid)});
      }
    }
  }

  std::vector<DrawResult> run() {
    const std::vector<Draft> failed = draw_together(drafts_, graphs_per_work);
    draw_together(failed, 1);
    return std::move(results_);
  }

private:
  /// Draws `drafts`, so many in each piece of work; gives back those whose work failed.
  std::vector<Draft> draw_together(std::span<const Draft> drafts, std::size_t at_once) {
    std::vector<std::span<const Draft>> batches;
    std::vector<Work> works;
    for (std::size_t first = 0; first < drafts.size(); first += at_once) {
      const auto batch = drafts.subspan(first, std::min(at_once, drafts.size() - first));
      batches.push_back(batch);
      works.emplace_back([batch] {
        std::string lines;
        for (const Draft& draft : batch)
          lines += route(draft);
        return lines;
      });
    }
    if (works.empty()) return {};
    const std::vector<WorkResult> answers = isolate_(works);
    std::vector<Draft> failed;
    for (std::size_t i = 0; i < batches.size(); ++i) {
      if (accept(batches[i], answers[i])) continue;
      failed.insert(failed.end(), batches[i].begin(), batches[i].end());
    }
    return failed;
  }

  bool accept(std::span<const Draft> batch, const WorkResult& answer) {
    std::size_t edges = 0;
    for (const Draft& draft : batch)
      edges += draft.graph->edges.size();
    auto lines = answer ? decode_lines(*answer, edges) : std::nullopt;
    if (!lines) {
      const bool was_slow = !answer && answer.error() == IsolationFailure::too_slow;
      const DrawFailure reason = was_slow ? DrawFailure::too_slow : DrawFailure::died;
      for (const Draft& draft : batch)
        results_[draft.index] = Unexpected{reason};
      return false;
    }
    auto next = lines->begin();
    for (const Draft& draft : batch) {
      const auto end = next + static_cast<std::ptrdiff_t>(draft.graph->edges.size());
      results_[draft.index] = finish(draft, {next, end});
      next = end;
    }
    return true;
  }

  const Isolate& isolate_;
  std::vector<Draft> drafts_;
  std::vector<DrawResult> results_;
};

}  // namespace

std::vector<DrawResult> draw_all(std::span<const FlowGraph> graphs, const Isolate& isolate) {
  return BatchRenderer(graphs, isolate).run();
}

}  // namespace handbok
