#include "io/real_disk.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <climits>

#include "io/file.hpp"

namespace handbok {
namespace {

constexpr mode_t permission_bits = 07777;

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::file;
  if (S_ISDIR(mode)) return FileKind::folder;
  return S_ISLNK(mode) ? FileKind::link : FileKind::other;
}

/// The path as the system's calls want it: "" is the folder itself.
const char* system_path(const std::string& path) {
  return path.empty() ? "." : path.c_str();
}

bool is_absent(int error_number) {
  return error_number == ENOENT || error_number == ENOTDIR;
}

}  // namespace

RealDisk::RealDisk(std::string folder, FilesFor readers)
    : folder_(std::move(folder)),
      file_mode_(readers == FilesFor::everyone ? 0644 : 0600),
      folder_mode_(readers == FilesFor::everyone ? 0755 : 0700),
      root_(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (!root_.is_open()) throw IoError(folder_, errno);
}

void RealDisk::fail(const std::string& path) const {
  const int error_number = errno;
  throw IoError(path.empty() ? folder_ : folder_ + "/" + path, error_number);
}

FileHandle RealDisk::open_existing(const std::string& path, int flags) const {
  return FileHandle(::openat(root_.get(), system_path(path), flags | O_NOFOLLOW | O_CLOEXEC));
}

std::vector<std::string> RealDisk::names_in(const std::string& folder) {
  const int descriptor =
      ::openat(root_.get(), system_path(folder), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0 && is_absent(errno)) return {};
  if (descriptor < 0) fail(folder);
  const Dir dir(::fdopendir(descriptor));
  if (!dir) fail(folder);
  std::vector<std::string> names;
  errno = 0;
  while (const auto* const entry = ::readdir(dir.get())) {
    const std::string_view name(static_cast<const char*>(entry->d_name));
    if (name != "." && name != "..") names.emplace_back(name);
    errno = 0;
  }
  if (errno != 0) fail(folder);
  std::ranges::sort(names);
  return names;
}

std::optional<FileStatus> RealDisk::status(const std::string& path) {
  struct stat status {};
  if (::fstatat(root_.get(), system_path(path), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    if (is_absent(errno)) return std::nullopt;
    fail(path);
  }
  return FileStatus{kind_of(status.st_mode), static_cast<std::size_t>(status.st_size),
                    status.st_mode & permission_bits, status.st_mtim.tv_sec, status.st_ino};
}

std::string RealDisk::read(const std::string& path) {
  const auto file = open_existing(path, O_RDONLY);
  if (!file.is_open()) fail(path);
  auto bytes = read_all(file.get());
  if (!bytes) fail(path);
  return *std::move(bytes);
}

std::string RealDisk::link_target(const std::string& path) {
  std::array<char, PATH_MAX> target{};
  const auto length = ::readlinkat(root_.get(), path.c_str(), target.data(), target.size());
  if (length < 0) fail(path);
  return {target.data(), static_cast<std::size_t>(length)};
}

void RealDisk::make_folder(const std::string& path) {
  if (::mkdirat(root_.get(), path.c_str(), folder_mode_) != 0) {
    if (errno == EEXIST) return;
    fail(path);
  }
  // Whatever the umask says: a web server of another user must be able to read it.
  if (::fchmodat(root_.get(), path.c_str(), folder_mode_, 0) != 0) fail(path);
}

void RealDisk::write_new(const std::string& path, std::string_view bytes, std::int64_t modified) {
  FileHandle file(::openat(root_.get(), path.c_str(),
                           O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, file_mode_));
  if (!file.is_open()) fail(path);
  if (!write_all(file.get(), bytes)) fail(path);
  if (::fchmod(file.get(), file_mode_) != 0) fail(path);
  const std::array<timespec, 2> times{timespec{modified, 0}, timespec{modified, 0}};
  if (::futimens(file.get(), times.data()) != 0) fail(path);
  if (!file.close()) fail(path);
}

void RealDisk::set_modified(const std::string& path, std::int64_t modified) {
  const std::array<timespec, 2> times{timespec{modified, 0}, timespec{modified, 0}};
  if (::utimensat(root_.get(), path.c_str(), times.data(), AT_SYMLINK_NOFOLLOW) != 0) fail(path);
}

void RealDisk::hard_link(const std::string& from, const std::string& to) {
  if (::linkat(root_.get(), from.c_str(), root_.get(), to.c_str(), 0) != 0) fail(to);
}

void RealDisk::symbolic_link(const std::string& target, const std::string& path) {
  if (::symlinkat(target.c_str(), root_.get(), path.c_str()) != 0) fail(path);
}

void RealDisk::rename(const std::string& from, const std::string& to) {
  if (::renameat(root_.get(), from.c_str(), root_.get(), to.c_str()) != 0) fail(to);
}

void RealDisk::count_freed(const std::string& path) {
  constexpr std::uint64_t block = 512;  // whatever the file system's own blocks are
  struct stat status {};
  if (::fstatat(root_.get(), path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return;
  const bool has_other_names = S_ISREG(status.st_mode) && status.st_nlink > 1;
  if (!has_other_names) freed_bytes_ += static_cast<std::uint64_t>(status.st_blocks) * block;
}

void RealDisk::remove(const std::string& path) {
  count_freed(path);
  if (::unlinkat(root_.get(), path.c_str(), 0) != 0 && !is_absent(errno)) fail(path);
}

void RealDisk::remove_tree(const std::string& path) {
  const auto what = status(path);
  if (!what) return;
  if (what->kind != FileKind::folder) {
    remove(path);
    return;
  }
  for (const auto& name : names_in(path))
    remove_tree(std::string(path).append("/").append(name));
  count_freed(path);
  if (::unlinkat(root_.get(), path.c_str(), AT_REMOVEDIR) != 0 && !is_absent(errno)) fail(path);
}

void RealDisk::sync(const std::string& path) {
  auto file = open_existing(path, O_RDONLY);
  if (!file.is_open()) fail(path);
  if (::fsync(file.get()) != 0) fail(path);
  if (!file.close()) fail(path);
}

void RealDisk::sync_all() {
  if (::syncfs(root_.get()) != 0) fail("");
}

std::uint64_t RealDisk::free_bytes() {
  struct statvfs status {};
  if (::fstatvfs(root_.get(), &status) != 0) fail("");
  return status.f_bavail * status.f_frsize;
}

}  // namespace handbok
