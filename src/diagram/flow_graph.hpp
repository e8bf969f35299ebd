#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace handbok {

/// What a node is, and thereby its shape.
enum class NodeKind { start, end, activity, decision, subprocess, reference, wait };

/// A column of the diagram: whoever acts there. `href` is a relative address, or empty.
struct FlowLane {
  std::string title;
  std::string href;
};

/// One box of the diagram.
struct FlowNode {
  std::string id;  ///< unique in its graph; letters, digits and hyphens of ASCII
  NodeKind kind = NodeKind::activity;
  std::string label;
  std::optional<std::size_t> lane;  ///< index into FlowGraph::lanes; none: that of its neighbour
  std::string href;                 ///< relative address, or empty: then it is no link
  int number = 0;                   ///< written before the label, if not 0
  bool is_collaboration = false;    ///< done together with others: dashed, with the tag below
  std::string collaboration_label;  ///< the tag, for example "Samverkan"
};

/// An arrow. `from` and `to` are indexes into FlowGraph::nodes; `label` may be empty.
struct FlowEdge {
  std::size_t from = 0;
  std::size_t to = 0;
  std::string label;
};

/// A flow to draw: what happens, in which order, and in whose lane.
///
/// The nodes stand in reading order and the first is where the flow starts. Titles and labels are
/// plain text in UTF-8. `id_prefix` begins every id in the drawing, so that a page can hold
/// several.
struct FlowGraph {
  std::string id_prefix;
  std::string title;
  std::string description;
  std::vector<FlowLane> lanes;
  std::vector<FlowNode> nodes;
  std::vector<FlowEdge> edges;
};

}  // namespace handbok
