#include "diagram/draw.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/limits.hpp"
#include "base/strings.hpp"
#include "diagram/edge_lines.hpp"
#include "diagram/exit_labels.hpp"
#include "diagram/graphviz_router.hpp"
#include "diagram/label_text.hpp"
#include "diagram/layout.hpp"
#include "diagram/svg_parts.hpp"

namespace handbok {
namespace {

/// A drawing ready to be written: `lines` has one line for each edge.
struct FlowPicture {
  Layout layout;
  std::vector<Polyline> lines;
  std::vector<ExitLabel> labels;
  Box canvas;
};

constexpr double arrow_length = 8;
constexpr double arrow_half_width = 4;
constexpr double baseline_share = 0.76;  ///< of a line's height that lies above its baseline
constexpr double title_inset = 12;
constexpr double tag_padding = 8;

std::string opening_tag(std::string_view name, std::string_view href) {
  std::string text = href.empty() ? "<g" : "<a" + svg_attribute("href", href);
  return text + svg_attribute("class", name);
}

std::string closing_tag(std::string_view href) {
  return href.empty() ? "</g>\n" : "</a>\n";
}

/// Lines of text, each a <tspan>; `x` is where `anchor` puts them.
std::string text_block(const std::vector<std::string>& lines, Point top, double line_height,
                       std::string_view attributes) {
  std::string text = "<text";
  text += attributes;
  text += '>';
  double y = top.y + line_height * baseline_share;
  for (const std::string& line : lines) {
    // The blank keeps the words apart when the text is copied or searched; it takes no room.
    if (&line != &lines.front()) text += "<tspan font-size=\"0\"> </tspan>";
    text += "<tspan" + svg_attribute("x", svg_number(top.x)) + svg_attribute("y", svg_number(y)) +
            ">" + escape_html(line) + "</tspan>";
    y += line_height;
  }
  return text + "</text>";
}

/// The last piece of a line, ending where its arrowhead begins.
Point arrow_base(const Polyline& line) {
  const Point tip = line.back();
  const Point before = line[line.size() - 2];
  if (before.x == tip.x) return {tip.x, tip.y + (before.y > tip.y ? arrow_length : -arrow_length)};
  return {tip.x + (before.x > tip.x ? arrow_length : -arrow_length), tip.y};
}

class SvgWriter {
public:
  SvgWriter(const FlowGraph& graph, const FlowPicture& picture)
      : graph_(graph),
        picture_(picture) {}

  std::string write() {
    open();
    write_lanes();
    write_edges();
    write_lane_titles();
    for (std::size_t node = 0; node < graph_.nodes.size(); ++node)
      write_node(node);
    return std::move(svg_) + "</svg>\n";
  }

private:
  void open() {
    const Box& canvas = picture_.canvas;
    const std::string title_id = graph_.id_prefix + "title";
    const std::string description_id = graph_.id_prefix + "desc";
    svg_ =
        "<svg" + svg_attribute("id", graph_.id_prefix + "picture") +
        R"( class="flow" role="group")" + svg_attribute("aria-labelledby", title_id) +
        svg_attribute("aria-describedby", description_id) +
        svg_attribute("viewBox", svg_number(canvas.left) + ' ' + svg_number(canvas.top) + ' ' +
                                     svg_number(canvas.width) + ' ' + svg_number(canvas.height)) +
        svg_attribute("width", svg_number(canvas.width)) +
        svg_attribute("height", svg_number(canvas.height)) +
        svg_attribute("font-size", svg_number(drawing::font_size)) + ">\n";
    svg_ += "<title" + svg_attribute("id", title_id) + ">" + escape_html(graph_.title) +
            "</title>\n<desc" + svg_attribute("id", description_id) + ">" +
            escape_html(graph_.description) + "</desc>\n";
  }

  void write_lanes() {
    svg_ += "<g class=\"flow-lanes\" aria-hidden=\"true\">\n";
    for (const LaneLayout& lane : picture_.layout.lanes) {
      svg_ += "<rect class=\"flow-lane\"" + svg_box(lane.box) + "/>";
      Box header = lane.box;
      header.height = picture_.layout.header_height;
      if (header.height > 0) svg_ += "<rect class=\"flow-lane-head\"" + svg_box(header) + "/>";
      svg_ += '\n';
    }
    svg_ += "</g>\n";
  }

  void write_lane_titles() {
    for (const LaneLayout& lane : picture_.layout.lanes) {
      if (lane.title_lines.empty()) continue;
      const FlowLane& source = graph_.lanes[lane.lane];
      const double height = static_cast<double>(lane.title_lines.size()) * drawing::line_height;
      const Point top{lane.box.left + title_inset,
                      lane.box.top + (picture_.layout.header_height - height) / 2};
      svg_ += opening_tag("flow-lane-title", source.href) + ">" +
              text_block(lane.title_lines, top, drawing::line_height, "") +
              closing_tag(source.href);
    }
  }

  void write_edges() {
    svg_ += "<g class=\"flow-edges\" aria-hidden=\"true\">\n";
    for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge)
      write_edge(edge);
    for (const ExitLabel& label : picture_.labels)
      write_exit_label(label);
    svg_ += "</g>\n";
  }

  void write_edge(std::size_t edge) {
    const FlowEdge& ends = graph_.edges[edge];
    Polyline line = picture_.lines[edge];
    const Point tip = line.back();
    const Point base = arrow_base(line);
    const double across = base.x == tip.x ? arrow_half_width : 0;
    const double along = arrow_half_width - across;
    line.back() = base;
    svg_ += "<path class=\"flow-edge\"" + svg_attribute("data-from", graph_.nodes[ends.from].id) +
            svg_attribute("data-to", graph_.nodes[ends.to].id) +
            svg_attribute("d", svg_path(line)) + "/><path class=\"flow-arrow\"" +
            svg_attribute("d", "M" + svg_number(tip.x) + ' ' + svg_number(tip.y) + "L" +
                                   svg_number(base.x + across) + ' ' + svg_number(base.y + along) +
                                   "L" + svg_number(base.x - across) + ' ' +
                                   svg_number(base.y - along) + "Z") +
            "/>\n";
  }

  void write_exit_label(const ExitLabel& label) {
    const bool ends_at_line = label.anchor == TextAnchor::end;
    const Point top{ends_at_line ? label.box.right() : label.box.left, label.box.top};
    const std::string anchor = ends_at_line ? svg_attribute("text-anchor", "end") : std::string();
    svg_ +=
        text_block(label.lines, top, drawing::small_line_height,
                   R"( class="flow-edge-label" paint-order="stroke")" +
                       svg_attribute("font-size", svg_number(drawing::small_font_size)) + anchor) +
        '\n';
  }

  void write_node(std::size_t index) {
    const FlowNode& node = graph_.nodes[index];
    const NodeLayout& place = picture_.layout.nodes[index];
    std::string classes = "flow-node ";
    classes += svg_class(node.kind);
    if (node.is_collaboration) classes += " flow-collaboration";
    svg_ += opening_tag(classes, node.href) + svg_attribute("id", graph_.id_prefix + node.id) +
            name_of(node) + ">" + svg_shape(node.kind, place.box);
    if (node.is_collaboration) svg_ += svg_collaboration_border(node.kind, place.box);
    write_node_text(node, place);
    svg_ += closing_tag(node.href);
  }

  /// The accessible name of a link: its text, without the breaks that the drawing needs.
  static std::string name_of(const FlowNode& node) {
    if (node.href.empty()) return {};
    std::string name = full_label(node);
    if (node.is_collaboration && !node.collaboration_label.empty())
      name += ", " + node.collaboration_label;
    return svg_attribute("aria-label", name);
  }

  void write_node_text(const FlowNode& node, const NodeLayout& place) {
    using drawing::tag_gap;
    using drawing::tag_height;
    const Point center = place.box.center();
    const double label_height = static_cast<double>(place.lines.size()) * drawing::line_height;
    const double tag_space = node.is_collaboration ? tag_gap + tag_height : 0;
    const double top = center.y - (label_height + tag_space) / 2;
    // The clock of a wait moves its text to the right.
    const double x = node.kind == NodeKind::wait ? center.x + 10 : center.x;
    svg_ += text_block(place.lines, {x, top}, drawing::line_height, " text-anchor=\"middle\"");
    if (node.is_collaboration)
      write_tag(node.collaboration_label, {x, top + label_height + tag_gap});
  }

  void write_tag(const std::string& label, Point top) {
    using drawing::tag_height;
    const double width = text_width(label, drawing::small_font_size) + 2 * tag_padding;
    svg_ += " <rect class=\"flow-tag\"" + svg_box({top.x - width / 2, top.y, width, tag_height}) +
            svg_attribute("rx", svg_number(tag_height / 2)) + "/>" +
            text_block({label}, {top.x, top.y + 2}, drawing::small_line_height,
                       R"( class="flow-tag-text" text-anchor="middle")" +
                           svg_attribute("font-size", svg_number(drawing::small_font_size)));
  }

  const FlowGraph& graph_;
  const FlowPicture& picture_;
  std::string svg_;
};

/// The drawing as one <svg> element for HTML. It has classes, but neither colours, styles nor
/// scripts. Lane titles come first, then the nodes in the order of the graph, so that Tab goes in
/// step order; arrows and backgrounds are hidden from screen readers, who get the steps as text.
std::string write_svg(const FlowGraph& graph, const FlowPicture& picture) {
  return SvgWriter(graph, picture).write();
}

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
  Drawing drawing{.svg = write_svg(graph, picture),
                  .width = picture.canvas.width,
                  .height = picture.canvas.height,
                  .kinds = {}};
  drawing.header_height = draft.layout.header_height;
  for (const double channel : draft.layout.row_channels)
    drawing.cuts.push_back(channel - picture.canvas.top);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const FlowNode& node = graph.nodes[i];
    drawing.places.push_back({node.id, picture.layout.nodes[i].box});
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
    std::vector<Draft> failed;
    if (works.empty()) return failed;
    isolate_.each(works, [&](std::size_t number, const WorkResult& answer) {
      const auto batch = batches[number];
      if (!accept(batch, answer)) failed.insert(failed.end(), batch.begin(), batch.end());
    });
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
