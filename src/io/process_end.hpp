#pragma once

#include <chrono>
#include <sys/types.h>

namespace handbok {

/// Waits until a child has ended and gives its status as waitpid() does. At `latest` it kills
/// `killed`: the child, or minus its group.
int wait_for_end(pid_t child, pid_t killed, std::chrono::steady_clock::time_point latest);

}  // namespace handbok
