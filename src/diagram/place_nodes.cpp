#include "diagram/place_nodes.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace handbok {
namespace {

class Placement {
public:
  Placement(const FlowGraph& graph, const FlowOrder& order)
      : graph_(graph),
        order_(order),
        exits_(exits_of_nodes(graph)),
        cells_(graph.nodes.size()),
        backwards_(order.topological.rbegin(), order.topological.rend()) {}

  Grid run() {
    assign_rows();
    assign_lanes();
    const std::vector<std::size_t> main_path = find_main_path();
    place_main_path(main_path);
    place_side_branches(main_path);
    return make_grid();
  }

private:
  void assign_rows() {
    std::vector<bool> is_entered(graph_.nodes.size(), false);
    for (const std::size_t node : order_.topological) {
      for_each_exit(node, [&](std::size_t target) {
        is_entered[target] = true;
        cells_[target].row = std::max(cells_[target].row, cells_[node].row + 1);
      });
    }
    // A node that nothing leads to stands just above what it leads to, not at the top.
    for (std::size_t node = 1; node < graph_.nodes.size(); ++node) {
      if (is_entered[node]) continue;
      std::optional<std::size_t> first;
      for_each_exit(node, [&](std::size_t target) {
        first = std::min(first.value_or(cells_[target].row), cells_[target].row);
      });
      if (first) cells_[node].row = *first - 1;
    }
  }

  void assign_lanes() {
    std::vector<std::optional<std::size_t>> lanes;
    for (const FlowNode& node : graph_.nodes)
      lanes.push_back(node.lane);
    for (const std::size_t node : order_.topological) {
      for_each_exit(node, [&](std::size_t target) {
        if (!lanes[target]) lanes[target] = lanes[node];
      });
    }
    for (const std::size_t node : backwards_) {
      for_each_exit(node, [&](std::size_t target) {
        if (!lanes[node]) lanes[node] = lanes[target];
      });
    }
    for (std::size_t node = 0; node < lanes.size(); ++node)
      cells_[node].lane = lanes[node].value_or(0);
  }

  /// The longest way from the first node; of equally long ones, that of the edge named first.
  std::vector<std::size_t> find_main_path() const {
    std::vector<std::size_t> length(graph_.nodes.size(), 1);
    std::vector<std::optional<std::size_t>> next(graph_.nodes.size());
    for (const std::size_t node : backwards_) {
      for_each_exit(node, [&](std::size_t target) {
        if (length[target] + 1 <= length[node]) return;
        length[node] = length[target] + 1;
        next[node] = target;
      });
    }
    std::vector<std::size_t> path{0};
    while (next[path.back()])
      path.push_back(*next[path.back()]);
    return path;
  }

  /// Takes the first columns for the main path, and for its arrows between rows of the same lane.
  void place_main_path(const std::vector<std::size_t>& path) {
    for (std::size_t i = 0; i < path.size(); ++i) {
      const GridCell cell = cells_[path[i]];
      take(cell);
      if (i + 1 == path.size() || cells_[path[i + 1]].lane != cell.lane) continue;
      for (std::size_t row = cell.row; row < cells_[path[i + 1]].row; ++row)
        take({cell.lane, cell.column, row});
    }
  }

  void place_side_branches(const std::vector<std::size_t>& main_path) {
    std::vector<bool> is_placed(graph_.nodes.size(), false);
    for (const std::size_t node : main_path)
      is_placed[node] = true;
    std::vector<std::size_t> preferred(graph_.nodes.size(), 0);
    for (const std::size_t node : order_.topological) {
      if (!is_placed[node]) place_beside(node, preferred[node]);
      // What follows a side branch continues in its column.
      for_each_exit(node, [&](std::size_t target) {
        if (cells_[target].lane == cells_[node].lane) preferred[target] = cells_[node].column;
      });
    }
  }

  void place_beside(std::size_t node, std::size_t preferred) {
    GridCell& cell = cells_[node];
    cell.column = preferred;
    if (is_free(cell)) {
      take(cell);
      return;
    }
    for (cell.column = 0; !is_free(cell);)
      ++cell.column;
    take(cell);
  }

  bool is_free(const GridCell& cell) const {
    return !taken_.contains({cell.lane, cell.column, cell.row});
  }

  void take(const GridCell& cell) { taken_.insert({cell.lane, cell.column, cell.row}); }

  /// The lanes in use, in the order of the graph, and the cells counted in them.
  Grid make_grid() const {
    Grid grid{{}, cells_, 0};
    std::set<std::size_t> used;
    for (const GridCell& cell : cells_)
      used.insert(cell.lane);
    for (const std::size_t lane : used)
      grid.lanes.push_back({lane, 1});
    for (GridCell& cell : grid.cells) {
      cell.lane = static_cast<std::size_t>(std::distance(used.begin(), used.find(cell.lane)));
      GridLane& lane = grid.lanes[cell.lane];
      lane.columns = std::max(lane.columns, cell.column + 1);
      grid.rows = std::max(grid.rows, cell.row + 1);
    }
    return grid;
  }

  /// Calls `visit` with the target of each edge that leaves `node` and is no loop back.
  template <typename Visit>
  void for_each_exit(std::size_t node, Visit visit) const {
    for (const std::size_t edge : exits_[node])
      if (!order_.is_back[edge]) visit(graph_.edges[edge].to);
  }

  const FlowGraph& graph_;
  const FlowOrder& order_;
  std::vector<std::vector<std::size_t>> exits_;
  std::vector<GridCell> cells_;
  std::vector<std::size_t> backwards_;  ///< all nodes, each after those its arrows lead to
  std::set<std::tuple<std::size_t, std::size_t, std::size_t>> taken_;
};

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

Grid place_nodes(const FlowGraph& graph, const FlowOrder& order) {
  return Placement(graph, order).run();
}

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
