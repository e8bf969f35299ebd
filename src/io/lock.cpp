#include "io/lock.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <thread>

namespace handbok {
namespace {

struct KnownFileSystem {
  unsigned long type;
  std::string_view name;
  bool is_fit;
};

// The numbers of linux/magic.h, which lacks some.
constexpr auto known_file_systems = std::to_array<KnownFileSystem>({
    {0xEF53, "ext4", true},
    {0x58465342, "XFS", true},
    {0x9123683E, "Btrfs", true},
    {0x6969, "NFS", false},
    {0xFF534D42, "SMB", false},
    {0xFE534D42, "SMB", false},
    {0x65735546, "FUSE", false},
    {0x794C7630, "overlay", false},
    {0x01021994, "tmpfs", false},
    {0x4D44, "FAT", false},
});

}  // namespace

FileSystemVerdict judge_file_system(const std::string& folder) {
  struct statfs status {};
  if (::statfs(folder.c_str(), &status) != 0) throw IoError(folder, errno);
  const auto type = static_cast<unsigned long>(status.f_type) & 0xFFFFFFFFUL;
  const auto* const known = std::ranges::find(known_file_systems, type, &KnownFileSystem::type);
  if (known == known_file_systems.end()) return {false, "?"};
  return {known->is_fit, std::string(known->name)};
}

void make_folders(const std::string& folder) {
  constexpr mode_t searchable_by_all = 0755;
  for (auto slash = folder.find('/', 1); slash != std::string::npos;
       slash = folder.find('/', slash + 1)) {
    const auto parent = folder.substr(0, slash);
    if (::mkdir(parent.c_str(), searchable_by_all) != 0 && errno != EEXIST)
      throw IoError(parent, errno);
  }
  if (::mkdir(folder.c_str(), searchable_by_all) != 0 && errno != EEXIST)
    throw IoError(folder, errno);
}

PublishLock::PublishLock(const std::string& folder, LockKind kind) {
  const auto path = folder + "/lock";
  constexpr mode_t readable_by_all = 0644;
  const bool is_exclusive = kind == LockKind::exclusive;
  const int flags = is_exclusive ? O_RDWR | O_CREAT : O_RDONLY;
  file_ = FileHandle(::open(path.c_str(), flags | O_NOFOLLOW | O_CLOEXEC, readable_by_all));
  if (!file_.is_open()) {
    if (is_exclusive || (errno != ENOENT && errno != EACCES)) throw IoError(path, errno);
    is_held_ = true;
    return;
  }
  is_held_ = ::flock(file_.get(), (is_exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0;
  if (!is_held_ && errno != EWOULDBLOCK) throw IoError(path, errno);
}

FolderLock::FolderLock(const std::string& folder)
    : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (!folder_.is_open()) throw IoError(folder, errno);
  is_held_ = ::flock(folder_.get(), LOCK_EX | LOCK_NB) == 0;
  if (!is_held_ && errno != EWOULDBLOCK) throw IoError(folder, errno);
}

FolderLock::FolderLock(const std::string& folder, std::chrono::seconds patience)
    : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (!folder_.is_open()) throw IoError(folder, errno);
  constexpr std::chrono::milliseconds pause(20);
  const auto end = std::chrono::steady_clock::now() + patience;
  do {
    is_held_ = ::flock(folder_.get(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
    if (!is_held_) std::this_thread::sleep_for(pause);
  } while (!is_held_ && std::chrono::steady_clock::now() < end);
}

}  // namespace handbok
