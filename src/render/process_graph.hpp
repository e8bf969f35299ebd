#pragma once

#include "diagram/flow_graph.hpp"
#include "render/references.hpp"

namespace handbok {

/// The process of `revision`, which must have one, as a flow to draw: steps in working order, a
/// lane for each role that acts first in some step. A step leads to its place in the list of steps
/// on the same page, a sub-process or reference to its document.
FlowGraph process_graph(const Revision& revision, const LinkScope& scope);

/// The kind of node that a kind of step is drawn as.
NodeKind node_kind(StepKind kind);

}  // namespace handbok
