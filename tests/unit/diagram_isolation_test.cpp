#include <catch2/catch.hpp>

#include "base/limits.hpp"
#include "diagram/draw.hpp"
#include "support/demo_flows.hpp"

namespace handbok {
namespace {

FlowGraph chain(std::size_t length) {
  FlowGraph graph;
  graph.id_prefix = "k-";
  graph.nodes.resize(length);
  for (std::size_t i = 0; i < length; ++i) {
    graph.nodes[i].id = std::to_string(i);
    graph.nodes[i].label = "steg";
    if (i > 0) graph.edges.push_back({i - 1, i, ""});
  }
  return graph;
}

/// Fails where the answer holds the lines of a graph with more than `most_lines` edges.
Isolate dying_above(std::size_t most_lines, IsolationFailure failure) {
  return [=](const std::vector<Work>& works) {
    std::vector<WorkResult> results;
    for (const Work& work : works) {
      std::string answer = work();
      const auto lines = static_cast<std::size_t>(std::count(answer.begin(), answer.end(), '\n'));
      if (lines > most_lines) {
        results.emplace_back(Unexpected{failure});
      } else {
        results.emplace_back(std::move(answer));
      }
    }
    return results;
  };
}

TEST_CASE("a graph that kills the layout engine costs no other its drawing", "[diagram][draw]") {
  const std::vector<FlowGraph> graphs{chain(3), chain(9), chain(4)};
  const auto drawings = draw_all(graphs, dying_above(5, IsolationFailure::died));
  REQUIRE(drawings.size() == 3);
  CHECK(drawings[0].has_value());
  CHECK(drawings[2].has_value());
  REQUIRE_FALSE(drawings[1].has_value());
  CHECK(drawings[1].error() == DrawFailure::died);
}

TEST_CASE("a graph that takes too long is told apart from one that crashes", "[diagram][draw]") {
  const std::vector<FlowGraph> graphs{chain(9)};
  const auto drawings = draw_all(graphs, dying_above(5, IsolationFailure::too_slow));
  REQUIRE_FALSE(drawings[0].has_value());
  CHECK(drawings[0].error() == DrawFailure::too_slow);
}

TEST_CASE("an answer that is not what was asked for counts as a crash", "[diagram][draw]") {
  const std::vector<FlowGraph> graphs{chain(3)};
  for (const std::string answer : {"", "1 2 3 \n1 2 \n", "x\n\n", "1 2 3 4 \n", "1 2 3 4\n\n"}) {
    INFO(answer);
    const Isolate liar = [&](const std::vector<Work>& works) {
      return std::vector<WorkResult>(works.size(), WorkResult(answer));
    };
    const auto drawings = draw_all(graphs, liar);
    REQUIRE_FALSE(drawings[0].has_value());
    CHECK(drawings[0].error() == DrawFailure::died);
  }
}

TEST_CASE("a graph too large or malformed is refused before the layout engine sees it",
          "[diagram][draw]") {
  const Isolate never = [](const std::vector<Work>& works) {
    CHECK(works.empty());
    return std::vector<WorkResult>{};
  };
  std::vector<FlowGraph> graphs{chain(limits::process_nodes + 1), {}, chain(2), chain(2), chain(2)};
  graphs[2].edges[0].to = 2;
  graphs[3].nodes[0].lane = 0;
  graphs[4].edges.assign(limits::process_edges + 1, {0, 1, ""});
  const auto drawings = draw_all(graphs, never);
  REQUIRE(drawings.size() == 5);
  CHECK(drawings[0].error() == DrawFailure::too_large);
  CHECK(drawings[1].error() == DrawFailure::malformed);
  CHECK(drawings[2].error() == DrawFailure::malformed);
  CHECK(drawings[3].error() == DrawFailure::malformed);
  CHECK(drawings[4].error() == DrawFailure::too_large);
}

TEST_CASE("without answers from the layout engine there are plain lines", "[diagram][draw]") {
  const std::vector<FlowGraph> graphs = test::demo_flows();
  const Isolate speechless = [&](const std::vector<Work>& works) {
    std::string answer;
    for (const FlowGraph& graph : graphs)
      answer.append(graph.edges.size(), '\n');
    return std::vector<WorkResult>(works.size(), WorkResult(answer));
  };
  for (const auto& drawing : draw_all(graphs, speechless))
    CHECK(drawing.has_value());
}

TEST_CASE("the largest graph that is allowed is drawn", "[diagram][draw]") {
  const std::vector<FlowGraph> graphs{chain(limits::process_nodes)};
  CHECK(draw_all(graphs, run_in_place)[0].has_value());
}

}  // namespace
}  // namespace handbok
