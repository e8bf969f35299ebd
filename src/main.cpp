#include "cli/command_line.hpp"

/// Read by jemalloc, which the program is linked with, before anything else runs: threads share two
/// heaps, and what has been free for half a second goes back to the system (decision 0079).
/// The environment's MALLOC_CONF is read after it.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "narenas:2,dirty_decay_ms:500";
}

int main(int count, char** words) {
  return handbok::run_handbok(count, words);
}
