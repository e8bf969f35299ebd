#include "diagram/layout.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "diagram/label_text.hpp"

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
      case Visit::not_yet: enter(target); break;
      case Visit::under_way: order_.is_back[edge] = true; break;
      case Visit::done: break;
    }
  }

  const FlowGraph& graph_;
  std::vector<std::vector<std::size_t>> exits_;
  std::vector<Visit> visits_;
  std::vector<Step> path_;
  FlowOrder order_;
};

// Unequal, so that the middle of the channel between two lanes is not on their border.
constexpr double lane_padding_left = 37;
constexpr double lane_padding_right = 27;

constexpr double column_gap = 48;
constexpr double row_gap = 48;
constexpr double title_padding = 12;

class LayoutBuilder {
public:
  LayoutBuilder(const FlowGraph& graph, const Grid& grid) : graph_(graph), grid_(grid) {
    for (const FlowNode& node : graph.nodes)
      texts_.push_back(measure_node(node));
  }

  Layout run() {
    place_columns();
    place_titles();
    place_rows();
    for (std::size_t node = 0; node < texts_.size(); ++node)
      place_node(node);
    const double bottom = layout_.row_channels.back() + row_gap / 4;
    for (LaneLayout& lane : layout_.lanes)
      lane.box.height = bottom;
    return std::move(layout_);
  }

private:
  void place_columns() {
    double x = 0;
    for (std::size_t i = 0; i < grid_.lanes.size(); ++i) {
      const double width = column_width(i);
      const double left = x;
      first_column_.push_back(centers_.size());
      layout_.column_channels.push_back(x + lane_padding_left / 2);
      x += lane_padding_left;
      for (std::size_t column = 0; column < grid_.lanes[i].columns; ++column) {
        if (column > 0) {
          layout_.column_channels.push_back(x + column_gap / 2);
          x += column_gap;
        }
        centers_.push_back(x + width / 2);
        x += width;
      }
      x += lane_padding_right;
      layout_.lanes.push_back({grid_.lanes[i].lane, {left, 0, x - left, 0}, {}});
    }
    layout_.column_channels.push_back(x - lane_padding_right / 3);
  }

  double column_width(std::size_t lane) const {
    double width = 0;
    for (std::size_t node = 0; node < texts_.size(); ++node)
      if (grid_.cells[node].lane == lane) width = std::max(width, texts_[node].width);
    return width;
  }

  void place_titles() {
    if (graph_.lanes.empty()) return;
    std::size_t most_lines = 1;
    for (LaneLayout& lane : layout_.lanes) {
      lane.title_lines =
          wrap_text(graph_.lanes[lane.lane].title, drawing::font_size * drawing::bold,
                    lane.box.width - 2 * title_padding);
      most_lines = std::max(most_lines, lane.title_lines.size());
    }
    layout_.header_height =
        static_cast<double>(most_lines) * drawing::line_height + 2 * title_padding;
  }

  void place_rows() {
    heights_.assign(grid_.rows, 0);
    for (std::size_t node = 0; node < texts_.size(); ++node) {
      double& height = heights_[grid_.cells[node].row];
      height = std::max(height, texts_[node].height);
    }
    double y = layout_.header_height + row_gap * 0.75;
    layout_.row_channels.push_back(y - row_gap / 4);
    for (std::size_t row = 0; row < grid_.rows; ++row) {
      middles_.push_back(y + heights_[row] / 2);
      const double gap = row_gap + label_room(row);
      y += heights_[row] + gap;
      layout_.row_channels.push_back(row + 1 == grid_.rows ? y - gap + row_gap / 2 : y - gap / 2);
    }
  }

  /// What the exit labels of a row need in the gap below it.
  double label_room(std::size_t row) const {
    std::size_t lines = 0;
    for (const FlowEdge& edge : graph_.edges) {
      if (grid_.cells[edge.from].row != row) continue;
      lines = std::max(lines, wrap_exit_label(edge.label).size());
    }
    return lines == 0 ? 0 : static_cast<double>(lines) * drawing::small_line_height - 7;
  }

  void place_node(std::size_t node) {
    const GridCell& cell = grid_.cells[node];
    NodeText& text = texts_[node];
    const std::size_t column = first_column_[cell.lane] + cell.column;
    const Box box{centers_[column] - text.width / 2, middles_[cell.row] - text.height / 2,
                  text.width, text.height};
    const double width = column_width(cell.lane);
    const Box clearance{centers_[column] - width / 2, middles_[cell.row] - heights_[cell.row] / 2,
                        width, heights_[cell.row]};
    layout_.nodes.push_back({box, clearance, std::move(text.lines), cell.row, column});
  }

  const FlowGraph& graph_;
  const Grid& grid_;
  std::vector<NodeText> texts_;
  std::vector<std::size_t> first_column_;  ///< of each lane, counted over all lanes
  std::vector<double> centers_;            ///< of each column
  std::vector<double> middles_;            ///< of each row
  std::vector<double> heights_;            ///< of each row
  Layout layout_;
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

Layout lay_out(const FlowGraph& graph, const Grid& grid) {
  return LayoutBuilder(graph, grid).run();
}

}  // namespace handbok
