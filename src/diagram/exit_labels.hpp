#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diagram/flow_graph.hpp"
#include "diagram/layout.hpp"

namespace handbok {

/// Which side of a label's box its lines of text are flush with.
enum class TextAnchor { start, end };

/// The label of an arrow, beside the beginning of its line.
struct ExitLabel {
  std::size_t edge = 0;
  std::vector<std::string> lines;
  Box box;
  TextAnchor anchor = TextAnchor::start;
};

/// Places the label of every edge that has one beside its first piece of line, clear of nodes,
/// lines and other labels; farther along the line only where there is no room.
std::vector<ExitLabel> place_exit_labels(const FlowGraph& graph, const Layout& layout,
                                         const std::vector<Polyline>& lines);

}  // namespace handbok
