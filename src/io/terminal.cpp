#include "io/terminal.hpp"

#include <cstdlib>
#include <unistd.h>

namespace handbok {

bool stdout_wants_colour() {
  return std::getenv("NO_COLOR") == nullptr && ::isatty(STDOUT_FILENO) == 1;
}

}  // namespace handbok
