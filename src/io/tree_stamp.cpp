#include "io/tree_stamp.hpp"

#include <chrono>
#include <filesystem>
#include <functional>

namespace handbok {
namespace {

namespace fs = std::filesystem;

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t spread = 0x9E3779B97F4A7C15U;
  return (a ^ b) * spread;
}

std::uint64_t stamp_of(const fs::directory_entry& entry) {
  std::error_code ignored;
  const auto time = entry.last_write_time(ignored).time_since_epoch().count();
  const auto size = entry.is_regular_file(ignored) ? entry.file_size(ignored) : 0;
  return mixed(
      mixed(std::hash<std::string>{}(entry.path().string()), static_cast<std::uint64_t>(time)),
      size);
}

}  // namespace

std::uint64_t tree_stamp(const std::string& folder) {
  std::uint64_t stamp = 0;
  std::error_code error;
  auto it = fs::recursive_directory_iterator(folder, error);
  while (!error && it != fs::recursive_directory_iterator()) {
    if (it->path().filename().string().starts_with('.')) {
      it.disable_recursion_pending();
    } else {
      stamp += stamp_of(*it);  // a sum: the order in which a folder is listed may differ
    }
    it.increment(error);
  }
  return stamp;
}

}  // namespace handbok
