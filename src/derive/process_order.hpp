#pragma once

#include <cstddef>
#include <vector>

#include "model/process.hpp"

namespace handbok {

/// One way out of a step. A loop leads back to an earlier step.
struct StepExit {
  std::size_t edge = 0;    ///< index in Process::edges
  std::size_t target = 0;  ///< index in Process::nodes
  bool is_loop = false;
};

/// One step of a process in the order in which the work goes.
struct OrderedStep {
  std::size_t node = 0;         ///< index in Process::nodes
  int number = 0;               ///< 1, 2, 3 …; 0 for starts and ends
  std::vector<StepExit> exits;  ///< in the order of the file
};

/// The steps in working order (SOSFS 2011:9 4:3): a step comes after all that lead to it, loops
/// cut; among equals the order of the file decides. Unreachable nodes come last. Edges to unknown
/// nodes are left out.
std::vector<OrderedStep> process_order(const Process& process);

}  // namespace handbok
