#include "derive/process_order.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>

namespace handbok {
namespace {

/// The edges of a process as indices, without those that name unknown nodes.
struct IndexedEdges {
  std::vector<std::vector<StepExit>> exits;  ///< by node
};

IndexedEdges index_edges(const Process& process) {
  std::map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < process.nodes.size(); ++i)
    index.emplace(process.nodes[i].id, i);
  IndexedEdges edges;
  edges.exits.resize(process.nodes.size());
  for (std::size_t i = 0; i < process.edges.size(); ++i) {
    const auto from = index.find(process.edges[i].from);
    const auto to = index.find(process.edges[i].to);
    if (from == index.end() || to == index.end()) continue;
    edges.exits[from->second].push_back({i, to->second, false});
  }
  return edges;
}

/// Marks the exits that lead back to a node on the way there (depth first, without recursion, from
/// the starts and then from whatever is left, so that every loop is cut once).
class LoopFinder {
public:
  explicit LoopFinder(IndexedEdges& edges) : edges_(edges), marks_(edges.exits.size()) {}

  void visit_from(std::size_t root) {
    if (marks_[root] != Mark::unseen) return;
    std::vector<std::pair<std::size_t, std::size_t>> path{{root, 0}};
    marks_[root] = Mark::on_path;
    while (!path.empty()) {
      auto& [node, next] = path.back();
      if (next == edges_.exits[node].size()) {
        marks_[node] = Mark::done;
        path.pop_back();
        continue;
      }
      auto& exit = edges_.exits[node][next++];
      if (marks_[exit.target] == Mark::on_path) {
        exit.is_loop = true;
      } else if (marks_[exit.target] == Mark::unseen) {
        marks_[exit.target] = Mark::on_path;
        path.emplace_back(exit.target, 0);
      }
    }
  }

private:
  enum class Mark : std::uint8_t { unseen, on_path, done };
  IndexedEdges& edges_;
  std::vector<Mark> marks_;
};

void cut_loops(const Process& process, IndexedEdges& edges) {
  LoopFinder finder(edges);
  for (std::size_t i = 0; i < process.nodes.size(); ++i) {
    if (process.nodes[i].kind == StepKind::start) finder.visit_from(i);
  }
  for (std::size_t i = 0; i < process.nodes.size(); ++i)
    finder.visit_from(i);
}

/// For each node the number of edges that lead to it, loops left out.
std::vector<int> count_entries(const IndexedEdges& edges) {
  std::vector<int> counts(edges.exits.size(), 0);
  for (const auto& exits : edges.exits) {
    for (const auto& exit : exits)
      counts[exit.target] += exit.is_loop ? 0 : 1;
  }
  return counts;
}

/// Node indices so that each comes after all that lead to it; ties by the order of the file.
std::vector<std::size_t> sort_topologically(const IndexedEdges& edges) {
  auto waiting = count_entries(edges);
  std::set<std::size_t> ready;
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    if (waiting[i] == 0) ready.insert(i);
  }
  std::vector<std::size_t> order;
  while (!ready.empty()) {
    const auto node = *ready.begin();
    ready.erase(ready.begin());
    order.push_back(node);
    for (const auto& exit : edges.exits[node]) {
      if (!exit.is_loop && --waiting[exit.target] == 0) ready.insert(exit.target);
    }
  }
  return order;
}

bool is_numbered(StepKind kind) {
  return kind != StepKind::start && kind != StepKind::end;
}

}  // namespace

std::vector<OrderedStep> process_order(const Process& process) {
  auto edges = index_edges(process);
  cut_loops(process, edges);
  std::vector<OrderedStep> steps;
  int number = 0;
  for (const auto node : sort_topologically(edges)) {
    const bool numbered = is_numbered(process.nodes[node].kind);
    steps.push_back({node, numbered ? ++number : 0, edges.exits[node]});
  }
  // Ends close the list: a reader looks for them last.
  std::stable_partition(steps.begin(), steps.end(), [&](const OrderedStep& step) {
    return process.nodes[step.node].kind != StepKind::end;
  });
  return steps;
}

}  // namespace handbok
