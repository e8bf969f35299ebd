#pragma once

namespace handbok {

/// The whole program: reads the command line, runs the command, gives the exit status (design 5).
int run_handbok(int count, const char* const* words);

}  // namespace handbok
