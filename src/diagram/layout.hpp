#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diagram/flow_graph.hpp"

namespace handbok {

/// How the arrows of a flow order its nodes, once its loops are cut.
struct FlowOrder {
  /// For each edge: whether it leads back to a step that is already under way (or to itself).
  std::vector<bool> is_back;
  /// All nodes, each before those its other arrows lead to.
  std::vector<std::size_t> topological;
};

/// Finds the loops by a depth-first search from the first node, then from each node not yet
/// reached, along the edges in the order given. Every edge must name two nodes of the graph.
FlowOrder order_flow(const FlowGraph& graph);

/// The indexes of the edges that leave each node, in the order given.
std::vector<std::vector<std::size_t>> exits_of_nodes(const FlowGraph& graph);

/// Where a node stands: in a column of a lane, and in a row that crosses all lanes.
struct GridCell {
  std::size_t lane = 0;  ///< index into Grid::lanes
  std::size_t column = 0;
  std::size_t row = 0;
};

/// A lane that is in use: which one of the graph's, and how many columns it needs.
struct GridLane {
  std::size_t lane = 0;  ///< index into FlowGraph::lanes; 0 when the graph has none
  std::size_t columns = 1;
};

/// The places of all nodes; no two share a cell, and no row or lane is empty.
struct Grid {
  std::vector<GridLane> lanes;
  std::vector<GridCell> cells;  ///< one for each node
  std::size_t rows = 0;
};

/// Gives every node its place. The row is the longest path from the start, loops cut. The longest
/// way through the flow is its main path and stands in the first column of its lanes; side branches
/// stand below their decision where that is free, and beside the main path where it is not.
Grid place_nodes(const FlowGraph& graph, const FlowOrder& order);

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
