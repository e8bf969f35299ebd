#include "io/terminal.hpp"

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <unistd.h>

namespace handbok {

bool stdout_wants_colour() {
  return std::getenv("NO_COLOR") == nullptr && ::isatty(STDOUT_FILENO) == 1;
}

bool can_ask() {
  return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1;
}

std::optional<std::string> ask_line(std::string_view prompt) {
  static_cast<void>(std::fwrite(prompt.data(), 1, prompt.size(), stderr));
  static_cast<void>(std::fflush(stderr));
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  return line;
}

}  // namespace handbok
