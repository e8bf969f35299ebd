#include <map>
#include <tuple>

#include <catch2/catch.hpp>

#include "diagram/steps.hpp"
#include "support/demo_flows.hpp"

namespace handbok {
namespace {

/// The exits of a step as "label>target", an arrow back as "label<target".
std::vector<std::string> exits_of(const FlowGraph& graph, const std::string& id) {
  std::vector<std::string> told;
  for (const Step& step : list_steps(graph)) {
    if (graph.nodes[step.node].id != id) continue;
    for (const StepExit& exit : step.exits)
      told.push_back(exit.label + (exit.is_back ? "<" : ">") + graph.nodes[exit.target].id);
  }
  return told;
}

TEST_CASE("the text twin tells every node once and every arrow exactly once", "[diagram][steps]") {
  for (const FlowGraph& graph : test::demo_flows()) {
    INFO(graph.title);
    const std::vector<Step> steps = list_steps(graph);
    REQUIRE(steps.size() == graph.nodes.size());
    std::map<std::tuple<std::size_t, std::size_t, std::string>, int> told;
    std::map<std::tuple<std::size_t, std::size_t, std::string>, int> drawn;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      CHECK(steps[i].node == i);
      CHECK(steps[i].number == graph.nodes[i].number);
      for (const StepExit& exit : steps[i].exits)
        ++told[{i, exit.target, exit.label}];
    }
    for (const FlowEdge& edge : graph.edges)
      ++drawn[{edge.from, edge.to, edge.label}];
    CHECK(told == drawn);
  }
}

TEST_CASE("an arrow back to an earlier step is told as a loop", "[diagram][steps]") {
  const std::vector<FlowGraph> flows = test::demo_flows();
  using Exits = std::vector<std::string>;
  CHECK(exits_of(flows[0], "D3") == Exits{"ja>A7", "nej, behovet har ändrats<A2"});
  CHECK(exits_of(flows[7], "D2") == Exits{"behåll, nytt datum<A7", "revidera<A2", "upphäv>A8"});
  CHECK(exits_of(flows[4], "R1") == Exits{">A8"});
}

TEST_CASE("a step that leads to itself is a loop", "[diagram][steps]") {
  FlowGraph graph;
  graph.nodes.resize(1);
  graph.nodes[0].id = "A";
  graph.edges = {{0, 0, "igen"}};
  CHECK(exits_of(graph, "A") == std::vector<std::string>{"igen<A"});
}

}  // namespace
}  // namespace handbok
