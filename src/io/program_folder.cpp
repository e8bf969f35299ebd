#include "io/program_folder.hpp"

#include <array>
#include <string_view>
#include <unistd.h>

#include <climits>

namespace handbok {

std::string program_folder() {
  std::array<char, PATH_MAX> path{};
  const auto length = ::readlink("/proc/self/exe", path.data(), path.size());
  if (length <= 0) return ".";
  const std::string_view program(path.data(), static_cast<std::size_t>(length));
  return std::string(program.substr(0, program.rfind('/')));
}

}  // namespace handbok
