#pragma once

#include <vector>

#include "diagram/flow_graph.hpp"

namespace handbok::test {

/// The nine processes of the demo handbook as graphs: PRO-001 first.
std::vector<FlowGraph> demo_flows();

}  // namespace handbok::test
