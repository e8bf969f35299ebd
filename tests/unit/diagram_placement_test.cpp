#include <set>
#include <tuple>

#include <catch2/catch.hpp>

#include "diagram/layout.hpp"
#include "support/demo_flows.hpp"

namespace handbok {
namespace {

struct Place {
  std::size_t lane;
  std::size_t column;
  std::size_t row;

  bool operator==(const Place&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Place& place) {
  return out << "lane " << place.lane << " column " << place.column << " row " << place.row;
}

Place place_of(const FlowGraph& graph, const std::string& id) {
  const Grid grid = place_nodes(graph, order_flow(graph));
  for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
    const GridCell& cell = grid.cells[node];
    if (graph.nodes[node].id == id) return {cell.lane, cell.column, cell.row};
  }
  FAIL("no node " << id);
  return {};
}

TEST_CASE("no two nodes share a place and no row or lane is empty", "[diagram][placement]") {
  for (const FlowGraph& graph : test::demo_flows()) {
    INFO(graph.title);
    const Grid grid = place_nodes(graph, order_flow(graph));
    std::set<std::tuple<std::size_t, std::size_t, std::size_t>> taken;
    std::set<std::size_t> rows;
    std::set<std::size_t> lanes;
    for (const GridCell& cell : grid.cells) {
      taken.insert({cell.lane, cell.column, cell.row});
      rows.insert(cell.row);
      lanes.insert(cell.lane);
      CHECK(cell.column < grid.lanes[cell.lane].columns);
    }
    CHECK(taken.size() == graph.nodes.size());
    CHECK(rows.size() == grid.rows);
    CHECK(lanes.size() == grid.lanes.size());
  }
}

TEST_CASE("an arrow that is no loop leads to a later row", "[diagram][placement]") {
  for (const FlowGraph& graph : test::demo_flows()) {
    INFO(graph.title);
    const FlowOrder order = order_flow(graph);
    const Grid grid = place_nodes(graph, order);
    for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
      const std::size_t from = grid.cells[graph.edges[edge].from].row;
      const std::size_t to = grid.cells[graph.edges[edge].to].row;
      CHECK((order.is_back[edge] ? to <= from : to > from));
    }
  }
}

TEST_CASE("a side branch stands beside the main path, on the row after its decision",
          "[diagram][placement]") {
  const FlowGraph care = test::demo_flows()[1];
  CHECK(place_of(care, "D1") == Place{0, 0, 3});
  CHECK(place_of(care, "A3") == Place{0, 0, 4});
  CHECK(place_of(care, "A7") == Place{0, 1, 4});
  CHECK(place_of(care, "E2") == Place{0, 1, 5});
}

TEST_CASE("a side branch stands below its decision when the main path has left the lane",
          "[diagram][placement]") {
  const FlowGraph social = test::demo_flows()[0];
  CHECK(place_of(social, "D2") == Place{0, 0, 4});
  CHECK(place_of(social, "A3") == Place{1, 0, 5});
  CHECK(place_of(social, "A6") == Place{0, 0, 5});
}

TEST_CASE("a node without a lane takes its neighbour's", "[diagram][placement]") {
  const FlowGraph care = test::demo_flows()[1];
  CHECK(place_of(care, "S").lane == 0);
  CHECK(place_of(care, "P1") == Place{0, 0, 8});
}

TEST_CASE("a lane without nodes is left out", "[diagram][placement]") {
  FlowGraph graph;
  graph.lanes = {{"tom", ""}, {"använd", ""}};
  graph.nodes.resize(2);
  graph.nodes[0].lane = 1;
  graph.edges = {{0, 1, ""}};
  const Grid grid = place_nodes(graph, order_flow(graph));
  REQUIRE(grid.lanes.size() == 1);
  CHECK(grid.lanes[0].lane == 1);
}

TEST_CASE("a node that nothing leads to stands just above what it leads to",
          "[diagram][placement]") {
  FlowGraph graph;
  graph.nodes.resize(4);
  for (std::size_t i = 0; i < 4; ++i)
    graph.nodes[i].id = std::string(1, static_cast<char>('a' + i));
  graph.edges = {{0, 1, ""}, {1, 2, ""}, {3, 2, ""}};
  CHECK(place_of(graph, "d") == Place{0, 1, 1});
}

}  // namespace
}  // namespace handbok
