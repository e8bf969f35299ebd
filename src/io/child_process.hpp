#pragma once

#include <cstddef>

#include "base/isolate.hpp"
#include "base/limits.hpp"

namespace handbok {

/// What one piece of isolated work may use.
struct IsolationLimits {
  int cpu_seconds = limits::child_seconds;
  std::size_t memory_bytes = limits::child_bytes;  ///< beyond what the program uses
  int jobs = 1;                                    ///< pieces of work that run at the same time
};

/// An Isolate that runs each work in a child process of its own under `limits` (design 10). The
/// children share nothing with the program. Throws IoError if no process can be started.
Isolate isolate_in_children(IsolationLimits limits);

/// How many processors this machine offers; at least 1.
int processor_count();

}  // namespace handbok
