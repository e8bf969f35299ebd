#include "diagram/layout.hpp"

#include <algorithm>

#include "diagram/label_text.hpp"

namespace handbok {
namespace {

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

Layout lay_out(const FlowGraph& graph, const Grid& grid) {
  return LayoutBuilder(graph, grid).run();
}

}  // namespace handbok
