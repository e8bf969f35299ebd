#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagram/flow_graph.hpp"

namespace handbok {

/// An upper estimate of how wide `text` is, in pixels. No font is asked, so that a drawing is the
/// same on every machine: the widths are those of wide sans-serif faces (DejaVu Sans, Verdana).
double text_width(std::string_view text, double size);

/// `text` in as few lines as `max_width` allows, of about equal width. A dash stays with the word
/// before it and a number ("3.") with the word after. Only a word that is too long for a line of
/// its own is broken, with a hyphen. Empty text gives no lines.
std::vector<std::string> wrap_text(std::string_view text, double size, double max_width);

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
