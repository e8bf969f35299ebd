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

}  // namespace

Grid place_nodes(const FlowGraph& graph, const FlowOrder& order) {
  return Placement(graph, order).run();
}

}  // namespace handbok
