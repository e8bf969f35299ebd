#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <regex>

#include <catch2/catch.hpp>

#include "diagram/draw.hpp"
#include "diagram/edge_lines.hpp"
#include "diagram/exit_labels.hpp"
#include "diagram/graphviz_router.hpp"
#include "diagram/svg_parts.hpp"
#include "support/demo_flows.hpp"

namespace handbok {
namespace {

Drawing draw(const FlowGraph& graph) {
  auto drawings = draw_all({&graph, 1}, run_in_place);
  REQUIRE(drawings.size() == 1);
  REQUIRE(drawings[0].has_value());
  return *std::move(drawings[0]);
}

std::vector<std::smatch> matches(const std::string& text, const std::regex& pattern) {
  return {std::sregex_iterator(text.begin(), text.end(), pattern), std::sregex_iterator()};
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

std::vector<double> numbers_in(const std::string& text) {
  static const std::regex number("-?[0-9]+(\\.[0-9])?");
  std::vector<double> numbers;
  for (const auto& match : matches(text, number))
    numbers.push_back(std::stod(match.str()));
  return numbers;
}

/// All points that a path names, those that bend its corners included.
Polyline points_of(const std::string& path) {
  const std::vector<double> numbers = numbers_in(path);
  Polyline points;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
    points.push_back({numbers[i], numbers[i + 1]});
  return points;
}

Box bounds_of(const Polyline& points) {
  Box box = span_of(points.front(), points.front());
  for (const Point& point : points) {
    const double right = std::max(box.right(), point.x);
    const double bottom = std::max(box.bottom(), point.y);
    box.left = std::min(box.left, point.x);
    box.top = std::min(box.top, point.y);
    box.width = right - box.left;
    box.height = bottom - box.top;
  }
  return box;
}

struct DrawnEdge {
  std::string from;
  std::string to;
  Polyline line;
  Point tip;
};

/// What is to be seen in a drawing, read back from its SVG.
struct Seen {
  std::vector<std::string> order;  ///< the nodes' ids as they follow each other
  std::map<std::string, Box> boxes;
  std::map<std::string, std::string> kinds;
  std::vector<DrawnEdge> edges;
};

Seen look_at(const FlowGraph& graph, const std::string& svg) {
  Seen seen;
  static const std::regex node(
      "class=\"flow-node flow-([a-z]+)[^\"]*\" id=\"([^\"]+)\"[^>]*><(rect|path) "
      "class=\"flow-shape\"([^>]+)>");
  for (const auto& match : matches(svg, node)) {
    const std::string id = match[2].str().substr(graph.id_prefix.size());
    const std::vector<double> numbers = numbers_in(match[4]);
    seen.order.push_back(id);
    seen.kinds[id] = match[1];
    if (match[3] == "rect") {
      seen.boxes[id] = {numbers[0], numbers[1], numbers[2], numbers[3]};
    } else if (match[1] == "decision") {
      seen.boxes[id] = bounds_of(points_of(match[4]));
    } else {  // a wait: M left top H right Q outside middle right bottom …
      seen.boxes[id] = {numbers[0] - 12, numbers[1], numbers[2] - numbers[0] + 24,
                        numbers[6] - numbers[1]};
    }
  }
  static const std::regex edge(
      "class=\"flow-edge\" data-from=\"([^\"]+)\" data-to=\"([^\"]+)\" d=\"([^\"]+)\"/>"
      "<path class=\"flow-arrow\" d=\"([^\"]+)\"");
  for (const auto& match : matches(svg, edge))
    seen.edges.push_back({match[1], match[2], points_of(match[3]), points_of(match[4]).front()});
  return seen;
}

/// Whether a point is on the border of a node; of one with rounded sides: close within its box.
bool is_on_border(Point point, const Box& box, const std::string& kind) {
  const double across = std::abs(point.x - box.center().x) / (box.width / 2);
  const double along = std::abs(point.y - box.center().y) / (box.height / 2);
  const bool is_rounded = kind == "start" || kind == "end" || kind == "wait";
  const double reach = kind == "decision" ? across + along : std::max(across, along);
  const double distance = (1 - reach) * std::min(box.width, box.height) / 2;
  return distance > -0.5 && distance < (is_rounded ? 4 : 0.5);
}

void check_nodes(const FlowGraph& graph, const Seen& seen) {
  std::vector<std::string> ids;
  for (const FlowNode& node : graph.nodes)
    ids.push_back(node.id);
  CHECK(seen.order == ids);
  for (const auto& [id, box] : seen.boxes) {
    for (const auto& [other_id, other] : seen.boxes) {
      if (id < other_id) CHECK_FALSE(overlap(box, other));
    }
  }
}

void check_edge(const DrawnEdge& edge, const Seen& seen) {
  INFO(edge.from << " to " << edge.to);
  CHECK(is_on_border(edge.line.front(), seen.boxes.at(edge.from), seen.kinds.at(edge.from)));
  CHECK(is_on_border(edge.tip, seen.boxes.at(edge.to), seen.kinds.at(edge.to)));
  for (const auto& [id, box] : seen.boxes)
    if (id != edge.from && id != edge.to) CHECK_FALSE(enters(edge.line, box));
}

/// What must be true of every drawing: all nodes and edges of the graph are there, nodes lie apart,
/// lines join their nodes and pass through no others.
void check_drawing(const FlowGraph& graph, const Drawing& drawing) {
  const Seen seen = look_at(graph, drawing.svg);
  check_nodes(graph, seen);
  REQUIRE(seen.edges.size() == graph.edges.size());
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    CHECK(seen.edges[i].from == graph.nodes[graph.edges[i].from].id);
    CHECK(seen.edges[i].to == graph.nodes[graph.edges[i].to].id);
    check_edge(seen.edges[i], seen);
  }
}

bool run_on_top(const Polyline& a, const Polyline& b) {
  for (std::size_t i = 1; i < a.size(); ++i) {
    for (std::size_t j = 1; j < b.size(); ++j) {
      const bool run_alike = (a[i].x == a[i - 1].x) == (b[j].x == b[j - 1].x);
      const Box first = span_of(a[i - 1], a[i]).grown(2);
      if (run_alike && overlap(first, span_of(b[j - 1], b[j]).grown(2))) return true;
    }
  }
  return false;
}

/// Every tag is closed in turn, and every attribute quoted.
void check_well_formed(const std::string& svg) {
  static const std::regex tag(R"-(<(/?)([a-z]+)((?: [a-zA-Z-]+="[^"<>]*")*)(/?)>)-");
  std::vector<std::string> open;
  for (const auto& match : matches(svg, tag)) {
    if (match[1].length() > 0) {
      REQUIRE_FALSE(open.empty());
      CHECK(open.back() == match[2]);
      open.pop_back();
    } else if (match[4].length() == 0) {
      open.push_back(match[2]);
    }
  }
  CHECK(open.empty());
  const std::string text = std::regex_replace(svg, tag, "");
  CHECK(text.find_first_of("<>") == std::string::npos);
}

FlowGraph random_graph(std::mt19937& random, std::size_t size) {
  const auto below = [&](std::size_t limit) { return random() % limit; };
  FlowGraph graph;
  graph.id_prefix = "r-";
  const std::size_t lanes = below(5);
  for (std::size_t i = 0; i < lanes; ++i)
    graph.lanes.push_back({"Roll & lag " + std::to_string(i), "x"});
  for (std::size_t i = 0; i < size; ++i) {
    FlowNode node;
    node.id = "n" + std::to_string(i);
    node.kind = static_cast<NodeKind>(below(7));
    for (std::size_t word = 0; word <= below(9); ++word)
      node.label += word % 3 == 0 ? "att " : "dokumentera ";
    if (lanes > 0 && below(4) > 0) node.lane = below(lanes);
    node.href = below(3) > 0 ? "#steg" : "";
    node.is_collaboration = below(5) == 0;
    node.collaboration_label = "Samverkan";
    graph.nodes.push_back(std::move(node));
    if (i > 0) graph.edges.push_back({below(i), i, below(3) == 0 ? "ja, om det behövs" : ""});
  }
  for (std::size_t i = 0; i < size / 3; ++i)
    graph.edges.push_back({below(size), below(size), "nej"});
  return graph;
}

TEST_CASE("the processes of the demo handbook are drawn without collisions", "[diagram][draw]") {
  for (const FlowGraph& graph : test::demo_flows()) {
    INFO(graph.title);
    const Drawing drawing = draw(graph);
    check_drawing(graph, drawing);
    check_well_formed(drawing.svg);
  }
}

TEST_CASE("arrows of a demo process never run on top of each other", "[diagram][draw]") {
  for (const FlowGraph& graph : test::demo_flows()) {
    const Seen seen = look_at(graph, draw(graph).svg);
    for (std::size_t i = 0; i < seen.edges.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        INFO(graph.title << ": " << seen.edges[i].from << " to " << seen.edges[i].to << " and "
                         << seen.edges[j].from << " to " << seen.edges[j].to);
        CHECK_FALSE(run_on_top(seen.edges[i].line, seen.edges[j].line));
      }
    }
  }
}

bool cross(const Polyline& a, const Polyline& b) {
  for (std::size_t i = 1; i < a.size(); ++i) {
    for (std::size_t j = 1; j < b.size(); ++j) {
      const bool run_alike = (a[i].x == a[i - 1].x) == (b[j].x == b[j - 1].x);
      const Box first = span_of(a[i - 1], a[i]).grown(0.1);
      if (!run_alike && overlap(first, span_of(b[j - 1], b[j]).grown(0.1))) return true;
    }
  }
  return false;
}

bool runs_along(const Polyline& line, double border) {
  for (std::size_t i = 1; i < line.size(); ++i)
    if (line[i].x == line[i - 1].x && std::abs(line[i].x - border) < 7) return true;
  return false;
}

TEST_CASE("lines of a demo process go around the borders of lanes, and around each other",
          "[diagram][draw]") {
  int crossings = 0;
  for (const FlowGraph& graph : test::demo_flows()) {
    INFO(graph.title);
    const Layout layout = lay_out(graph, place_nodes(graph, order_flow(graph)));
    const auto lines = finish_lines(graph, layout, route_with_graphviz(layout, graph.edges));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (const LaneLayout& lane : layout.lanes)
        CHECK_FALSE((lane.box.left > 0 && runs_along(lines[i], lane.box.left)));
      for (std::size_t j = 0; j < i; ++j)
        crossings += cross(lines[i], lines[j]) ? 1 : 0;
    }
  }
  CHECK(crossings == 1);
}

TEST_CASE("exit labels of a demo process lie clear of nodes, arrows and each other",
          "[diagram][draw]") {
  for (const FlowGraph& graph : test::demo_flows()) {
    INFO(graph.title);
    const Layout layout = lay_out(graph, place_nodes(graph, order_flow(graph)));
    const std::vector<Polyline> lines =
        finish_lines(graph, layout, route_with_graphviz(layout, graph.edges));
    std::vector<Box> taken;
    for (const NodeLayout& node : layout.nodes)
      taken.push_back(node.box);
    for (const ExitLabel& label : place_exit_labels(graph, layout, lines)) {
      INFO(graph.edges[label.edge].label);
      for (const Box& box : taken)
        CHECK_FALSE(overlap(label.box, box));
      for (const Polyline& line : lines)
        CHECK_FALSE(enters(line, label.box));
      taken.push_back(label.box);
    }
  }
}

TEST_CASE("any flow is drawn whole and without collisions", "[diagram][draw]") {
  std::mt19937 random(20261121);
  for (std::size_t size = 1; size <= 60; size += size < 20 ? 1 : 8) {
    const FlowGraph graph = random_graph(random, size);
    INFO(size << " nodes");
    const Drawing drawing = draw(graph);
    check_drawing(graph, drawing);
    check_well_formed(drawing.svg);
  }
}

TEST_CASE("the same flow gives the same bytes, whatever was drawn before", "[diagram][draw]") {
  const std::vector<FlowGraph> flows = test::demo_flows();
  std::mt19937 random(7);
  std::vector<FlowGraph> mixed{random_graph(random, 30)};
  for (const FlowGraph& graph : flows)
    mixed.insert(mixed.end(), {graph, random_graph(random, 12)});
  const auto alone = draw_all(flows, run_in_place);
  const auto among_others = draw_all(mixed, run_in_place);
  for (std::size_t i = 0; i < flows.size(); ++i) {
    INFO(flows[i].title);
    CHECK(alone[i]->svg == among_others[2 * i + 1]->svg);
    CHECK(alone[i]->svg == draw(flows[i]).svg);
  }
}

TEST_CASE("a step that leads to itself has a loop beside it", "[diagram][draw]") {
  FlowGraph graph;
  graph.nodes.resize(1);
  graph.nodes[0].id = "A";
  graph.edges = {{0, 0, "igen"}};
  const Drawing drawing = draw(graph);
  check_drawing(graph, drawing);
  const Seen seen = look_at(graph, drawing.svg);
  CHECK(bounds_of(seen.edges[0].line).right() > seen.boxes.at("A").right() + 10);
  CHECK(bounds_of(seen.edges[0].line).height > 5);
}

TEST_CASE("a drawing has neither styles, colours nor scripts", "[diagram][draw]") {
  for (const FlowGraph& graph : test::demo_flows()) {
    const std::string svg = draw(graph).svg;
    for (const char* const unwanted : {"style", "script", "fill=", "stroke=", "url("})
      CHECK(svg.find(unwanted) == std::string::npos);
  }
}

TEST_CASE("names and texts are told to screen readers, lines are not", "[diagram][draw]") {
  FlowGraph graph = test::demo_flows()[0];
  graph.title = "Stöd <& vård>";
  graph.lanes[0].href = "../roller/han.html?a=1&b=2";
  const std::string svg = draw(graph).svg;
  CHECK(svg.find("role=\"group\" aria-labelledby=\"PRO-001-title\" "
                 "aria-describedby=\"PRO-001-desc\"") != std::string::npos);
  CHECK(svg.find("<title id=\"PRO-001-title\">Stöd &lt;&amp; vård&gt;</title>") !=
        std::string::npos);
  CHECK(svg.find("<a href=\"../roller/han.html?a=1&amp;b=2\" class=\"flow-lane-title\">") !=
        std::string::npos);
  CHECK(svg.find("aria-label=\"3. Utreda och bedöma behov, Samverkan\"") != std::string::npos);
  CHECK(count_of(svg, "class=\"flow-node ") == graph.nodes.size());
  CHECK(count_of(svg, "aria-hidden=\"true\"") == 2);
}

TEST_CASE("a node without an address is no link", "[diagram][draw]") {
  FlowGraph graph;
  graph.nodes.resize(1);
  graph.nodes[0].id = "ensam";
  graph.nodes[0].label = "Ensam";
  const std::string svg = draw(graph).svg;
  CHECK(svg.find("<g class=\"flow-node flow-activity\" id=\"ensam\">") != std::string::npos);
  CHECK(svg.find("<a ") == std::string::npos);
  CHECK(svg.find("flow-lane-head") == std::string::npos);
}

TEST_CASE("a drawing names the shapes its legend needs", "[diagram][draw]") {
  const Drawing care = draw(test::demo_flows()[1]);
  CHECK(care.kinds == std::vector<NodeKind>{NodeKind::start, NodeKind::end, NodeKind::activity,
                                            NodeKind::decision, NodeKind::subprocess});
  CHECK(care.has_collaboration);
  CHECK_FALSE(draw(test::demo_flows()[6]).has_collaboration);
  for (const NodeKind kind : care.kinds)
    check_well_formed(legend_sample(kind));
  check_well_formed(legend_sample(NodeKind::wait));
  check_well_formed(collaboration_sample());
}

}  // namespace
}  // namespace handbok
