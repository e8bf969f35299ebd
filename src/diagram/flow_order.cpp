#include "diagram/flow_order.hpp"

#include <algorithm>

namespace handbok {
namespace {

enum class Visit { not_yet, under_way, done };

/// A depth-first search with its own stack, so that a long flow cannot exhaust the program's.
class LoopSearch {
public:
  explicit LoopSearch(const FlowGraph& graph)
      : graph_(graph),
        exits_(exits_of_nodes(graph)),
        visits_(graph.nodes.size(), Visit::not_yet) {
    order_.is_back.assign(graph.edges.size(), false);
  }

  FlowOrder run() {
    for (std::size_t node = 0; node < graph_.nodes.size(); ++node)
      if (visits_[node] == Visit::not_yet) search_from(node);
    std::reverse(order_.topological.begin(), order_.topological.end());
    return std::move(order_);
  }

private:
  struct Step {
    std::size_t node;
    std::size_t next_exit;
  };

  void search_from(std::size_t root) {
    enter(root);
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.next_exit == exits_[step.node].size()) {
        leave();
      } else {
        follow(exits_[step.node][step.next_exit++]);
      }
    }
  }

  void enter(std::size_t node) {
    visits_[node] = Visit::under_way;
    path_.push_back({node, 0});
  }

  void leave() {
    visits_[path_.back().node] = Visit::done;
    order_.topological.push_back(path_.back().node);
    path_.pop_back();
  }

  void follow(std::size_t edge) {
    const std::size_t target = graph_.edges[edge].to;
    switch (visits_[target]) {
      case Visit::not_yet:
        enter(target);
        break;
      case Visit::under_way:
        order_.is_back[edge] = true;
        break;
      case Visit::done:
        break;
    }
  }

  const FlowGraph& graph_;
  std::vector<std::vector<std::size_t>> exits_;
  std::vector<Visit> visits_;
  std::vector<Step> path_;
  FlowOrder order_;
};

}  // namespace

FlowOrder order_flow(const FlowGraph& graph) {
  return LoopSearch(graph).run();
}

std::vector<std::vector<std::size_t>> exits_of_nodes(const FlowGraph& graph) {
  std::vector<std::vector<std::size_t>> exits(graph.nodes.size());
  for (std::size_t edge = 0; edge < graph.edges.size(); ++edge)
    exits[graph.edges[edge].from].push_back(edge);
  return exits;
}

}  // namespace handbok
