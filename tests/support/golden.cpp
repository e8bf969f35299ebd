#include "support/golden.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>

#include <catch2/catch.hpp>

#include "support/project.hpp"

namespace handbok {
namespace {

std::filesystem::path full_path(const std::string& path) {
  return test::in_project(path);
}

bool updates_are_wanted() {
  const char* const value = std::getenv("HANDBOK_UPDATE_GOLDEN");  // NOLINT(concurrency-mt-unsafe)
  return value != nullptr && std::string_view(value) == "1";
}

}  // namespace

std::string project_file(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(full_path(path), std::ios::binary).rdbuf();
  return bytes.str();
}

void check_golden(const std::string& path, const std::string& text) {
  if (updates_are_wanted()) {
    std::filesystem::create_directories(full_path(path).parent_path());
    std::ofstream(full_path(path), std::ios::binary) << text;
  }
  INFO("expected in " << path << "; HANDBOK_UPDATE_GOLDEN=1 rewrites it");
  CHECK(text == project_file(path));
}

}  // namespace handbok
