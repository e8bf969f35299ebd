#include "support/project.hpp"

// The paths of this checkout stand in this file only, so that the others compile to the same bytes
// in every checkout.
namespace handbok::test {

std::string in_project(const std::string& path) {
  return std::string(HANDBOK_PROJECT_DIR "/") + path;
}

std::string program_path() {
  return HANDBOK_BINARY;
}

}  // namespace handbok::test
