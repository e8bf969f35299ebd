#pragma once

#include <string>
#include <string_view>

#include "diagram/flow_graph.hpp"

namespace handbok {

/// `value` with at most one decimal and a decimal point, in every locale.
std::string svg_number(double value);

/// ` name="value"`, escaped.
std::string svg_attribute(std::string_view name, std::string_view value);

/// ` name="value"` for each of the four measures of a box.
std::string svg_box(const Box& box);

/// The `d` of a path along `line`, its corners rounded off.
std::string svg_path(const Polyline& line);

/// The outline of a node of that kind, classes only.
std::string svg_shape(NodeKind kind, const Box& box);

/// The dashed line inside the outline that marks collaboration.
std::string svg_collaboration_border(NodeKind kind, const Box& box);

/// The class that a kind has in the drawing and in the legend: "flow-activity".
std::string_view svg_class(NodeKind kind);

/// A small picture of the shape that nodes of this kind have, for the legend: an <svg> element that
/// is hidden from screen readers, since the words beside it say it all.
std::string legend_sample(NodeKind kind);

/// The same for the dashed line that marks collaboration.
std::string collaboration_sample();

}  // namespace handbok
