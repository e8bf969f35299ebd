#pragma once

#include <chrono>
#include <sys/types.h>

namespace handbok {

/// Called in a child right after fork(): from now on it is killed when its parent ends, in whatever
/// way; `parent` is the process that forked, which may have ended already. Holds over execve().
void die_with(pid_t parent);

/// Called in a child that runs no other program: closes every descriptor but that one, so that it
/// keeps no pipe open and no lock held; its standard streams lead nowhere. False if they cannot.
bool keep_only(int descriptor);

/// Waits until a child has ended and gives its status as waitpid() does. At `latest` it kills
/// `killed`: the child, or minus its group.
int wait_for_end(pid_t child, pid_t killed, std::chrono::steady_clock::time_point latest);

}  // namespace handbok
