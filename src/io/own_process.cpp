#include "io/own_process.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <unistd.h>

#include <climits>

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

std::string system_locale() {
  for (const auto* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

std::vector<std::string> environment_of(std::initializer_list<const char*> names) {
  std::vector<std::string> entries;
  for (const auto* const name : names) {
    // The environment is read before any thread is started.
    if (const char* const value = std::getenv(name))  // NOLINT(concurrency-mt-unsafe)
      entries.push_back(std::string(name).append("=").append(value));
  }
  return entries;
}

bool runs_as_superuser() {
  return ::geteuid() == 0;
}

std::string program_folder() {
  std::array<char, PATH_MAX> path{};
  const auto length = ::readlink("/proc/self/exe", path.data(), path.size());
  if (length <= 0) return ".";
  const std::string_view program(path.data(), static_cast<std::size_t>(length));
  return std::string(program.substr(0, program.rfind('/')));
}

}  // namespace handbok
