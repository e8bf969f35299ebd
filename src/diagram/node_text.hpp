#pragma once

#include <string>
#include <vector>

#include "diagram/flow_graph.hpp"

namespace handbok {

/// The measures that all parts of a drawing share, in pixels.
namespace drawing {
constexpr double font_size = 13;
constexpr double line_height = 17;
constexpr double small_font_size = 12;  ///< of exit labels and tags
constexpr double bold = 1.12;           ///< how much wider semibold text is
constexpr double small_line_height = 15;
constexpr double tag_height = 18;  ///< of the tag that marks collaboration
constexpr double tag_gap = 5;      ///< above the tag
}  // namespace drawing

/// The text of a node in lines, and the size its shape needs to hold it.
struct NodeText {
  std::vector<std::string> lines;
  double width = 0;
  double height = 0;
};

/// The label as one line, with its number before it: "3. Skriva ned på blanketten".
std::string full_label(const FlowNode& node);

/// Wraps the label of `node` and sizes its shape. Every node of one kind has the same width; the
/// height follows the lines.
NodeText measure_node(const FlowNode& node);

/// The label of an arrow in lines.
std::vector<std::string> wrap_exit_label(const std::string& label);

}  // namespace handbok
