#include "io/place.hpp"

#include <cerrno>
#include <filesystem>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "io/file.hpp"

namespace handbok {
namespace {

uid_t owner_of(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) throw IoError(path, errno);
  return status.st_uid;
}

/// The first path in `folder`, `levels` deep, whose owner is another.
std::string find_foreign(const std::filesystem::path& folder, uid_t owner, int levels) {
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto path = entry.path().string();
    if (owner_of(path) != owner) return path;
    const bool is_folder = std::filesystem::is_directory(entry.symlink_status(error));
    if (!is_folder || levels == 1) continue;
    if (auto inner = find_foreign(entry.path(), owner, levels - 1); !inner.empty()) return inner;
  }
  if (error) throw IoError(folder.string(), error.value());
  return {};
}

}  // namespace

std::optional<std::int64_t> time_of_file(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status.st_mtim.tv_sec;
}

bool is_read_by_all(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && (status.st_mode & S_IROTH) != 0;
}

PlaceFacts facts_of_place(const std::string& folder) {
  struct statvfs status {};
  if (::statvfs(folder.c_str(), &status) != 0) throw IoError(folder, errno);
  PlaceFacts facts;
  facts.is_writable = ::access(folder.c_str(), W_OK | X_OK) == 0;
  facts.free_bytes = status.f_bavail * status.f_frsize;
  facts.free_inodes = status.f_favail;
  facts.counts_inodes = status.f_files != 0;
  facts.foreign = find_foreign(folder, owner_of(folder), 2);
  return facts;
}

}  // namespace handbok
