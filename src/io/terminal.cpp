#include "io/terminal.hpp"

#include <unistd.h>

#include <cstdlib>

namespace handbok {

bool stdout_wants_colour() {
  return std::getenv("NO_COLOR") == nullptr && ::isatty(STDOUT_FILENO) == 1;
}

}  // namespace handbok
