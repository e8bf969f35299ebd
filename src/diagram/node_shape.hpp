#pragma once

#include "diagram/flow_graph.hpp"
#include "diagram/geometry.hpp"

namespace handbok {

/// How far the sides of a wait bulge.
constexpr double wait_bulge = 12;

/// The radius of the corners of a node that is not a decision or a wait.
double corner_radius(NodeKind kind, const Box& box);

/// Which sides of a node are meant: top and bottom, or left and right.
enum class Sides { level, upright };

/// How far inside its box the border of a node lies, on a level (or upright) side and `offset` from
/// the middle of that side: nothing for a plain box, all the way to its middle for a diamond's
/// corner.
double border_depth(NodeKind kind, const Box& box, Sides sides, double offset);

}  // namespace handbok
