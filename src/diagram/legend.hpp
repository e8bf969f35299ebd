#pragma once

#include <string>

#include "diagram/flow_graph.hpp"

namespace handbok {

/// A small picture of the shape that nodes of this kind have, for the legend: an <svg> element that
/// is hidden from screen readers, since the words beside it say it all.
std::string legend_sample(NodeKind kind);

/// The same for the dashed line that marks collaboration.
std::string collaboration_sample();

}  // namespace handbok
