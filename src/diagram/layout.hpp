#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diagram/flow_graph.hpp"
#include "diagram/geometry.hpp"
#include "diagram/place_nodes.hpp"

namespace handbok {

/// A node with its place and size.
struct NodeLayout {
  Box box;
  Box clearance;  ///< its whole cell, which lines keep clear of, so as not to hug it
  std::vector<std::string> lines;
  std::size_t row = 0;
  std::size_t column = 0;  ///< counted over all lanes
};

/// A lane that is in use: its background, and its title in lines.
struct LaneLayout {
  std::size_t lane = 0;  ///< index into FlowGraph::lanes
  Box box;
  std::vector<std::string> title_lines;
};

/// The drawing before its arrows.
struct Layout {
  std::vector<NodeLayout> nodes;
  std::vector<LaneLayout> lanes;
  double header_height = 0;          ///< of the lane titles; 0 if the graph has no lanes
  std::vector<double> row_channels;  ///< heights free of nodes: above each row, and below the last
  std::vector<double>
      column_channels;  ///< places free of nodes: left of each column, and at the end
};

/// Puts the grid on paper: every column as wide and every row as high as its nodes need, and room
/// for the exit labels between the rows.
Layout lay_out(const FlowGraph& graph, const Grid& grid);

}  // namespace handbok
