#include "io/file_scan.hpp"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <dirent.h>
#include <fcntl.h>
#include <limits>
#include <link.h>
#include <memory>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/sha256.hpp"
#include "io/file.hpp"
#include "io/read_tree.hpp"

namespace handbok {
namespace {

constexpr std::int64_t second = 1'000'000'000;

std::int64_t nanoseconds(const timespec& time) {
  constexpr std::int64_t seconds_max = 9'000'000'000;  // the year 2255; beyond it all is one
  return std::clamp<std::int64_t>(time.tv_sec, -seconds_max, seconds_max) * second + time.tv_nsec;
}

/// True if another change might not be seen in the file's times. Most disks count in ticks of the
/// kernel, ten milliseconds at most; those that count in whole seconds show no fractions.
bool is_recent(const FileStamp& stamp, std::int64_t moment) {
  const auto time = std::max(stamp.modified, stamp.changed);
  const auto slack = stamp.changed % second == 0 ? 2 * second : second / 10;
  return time >= moment - slack;
}

void add_number(std::string& text, std::uint64_t number) {
  for (unsigned shift = 0; shift < 64; shift += 8)
    text += static_cast<char>(static_cast<unsigned char>(number >> shift));
}

void add_stamp(std::string& text, const FileStamp& stamp) {
  add_number(text, stamp.mode);
  add_number(text, stamp.inode);
  add_number(text, stamp.size);
  add_number(text, static_cast<std::uint64_t>(stamp.modified));
  add_number(text, static_cast<std::uint64_t>(stamp.changed));
}

/// The digest of a file's bytes, or why there is none.
std::string digest_of_file(const std::string& path) {
  const FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  const auto bytes = file.is_open() ? read_all(file.get()) : std::nullopt;
  return bytes ? sha256_hex(*bytes) : "unreadable";
}

std::string below(const std::string& folder, std::string_view name) {
  return folder.empty() ? std::string(name) : std::string(folder).append("/").append(name);
}

struct Entry {
  std::string name;
  bool is_folder = false;
};

/// What lies in a folder, in the order of names; no value, with errno, if it cannot be listed.
std::optional<std::vector<Entry>> entries_of(DIR* dir) {
  std::vector<Entry> entries;
  errno = 0;
  while (const auto* const entry = ::readdir(dir)) {
    if (!is_litter(entry->d_name)) entries.push_back({entry->d_name, entry->d_type == DT_DIR});
  }
  if (errno != 0) return std::nullopt;
  std::ranges::sort(entries, {}, &Entry::name);
  return entries;
}

int collect_library(dl_phdr_info* info, std::size_t /*size*/, void* names) {
  static_cast<std::vector<std::string>*>(names)->emplace_back(info->dlpi_name);
  return 0;
}

}  // namespace

FileStamp stamp_of(const struct stat& status) {
  return {status.st_mode, status.st_ino, static_cast<std::uint64_t>(status.st_size),
          nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

FileStamp stamp_at(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? stamp_of(status) : FileStamp{};
}

std::int64_t moment_now() {
  timespec now{};
  static_cast<void>(::clock_gettime(CLOCK_REALTIME, &now));
  return nanoseconds(now);
}

void FileScan::add_tree(const std::string& folder) {
  add_folder(folder, {});
}

/// After a call that failed, as read_tree() has it: what is closed to us or lies too deep is known
/// by that alone.
void FileScan::leave_out(const std::string& root, const std::string& path) {
  is_whole_ &= errno == EACCES || errno == EPERM || errno == ENAMETOOLONG;
  files_.push_back({below(root, path), root.size(), {}});
}

/// Folders below are opened when this one is closed: a chain of them must not use up descriptors.
void FileScan::add_folder(const std::string& root, const std::string& folder) {
  std::vector<std::string> folders;
  {
    const Dir dir(::opendir(below(root, folder).c_str()));
    const auto entries = dir ? entries_of(dir.get()) : std::nullopt;
    if (!entries) {
      leave_out(root, folder);
      return;
    }
    for (const auto& entry : *entries) {
      auto path = below(folder, entry.name);
      struct stat status {};
      if (entry.is_folder) {
        folders.push_back(std::move(path));
      } else if (::fstatat(::dirfd(dir.get()), entry.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) !=
                 0) {
        leave_out(root, path);
      } else if (S_ISDIR(status.st_mode)) {
        folders.push_back(std::move(path));
      } else {
        add_stamped(root, path, stamp_of(status));
      }
    }
  }
  for (const auto& inner : folders)
    add_folder(root, inner);
}

void FileScan::add_file(const std::string& path) {
  files_.push_back({path, 0, stamp_at(path)});
}

void FileScan::add_named(const std::string& folder, const std::vector<std::string_view>& names) {
  FileHandle inner;
  std::string_view inner_name;
  for (const auto name : names) {
    const auto slash = name.rfind('/');
    const auto parent =
        slash == std::string_view::npos ? std::string_view{} : name.substr(0, slash);
    if (!inner.is_open() || parent != inner_name) {
      const auto path = below(folder, parent.empty() ? "." : parent);
      inner = FileHandle(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
      inner_name = parent;
    }
    const std::string leaf(name.substr(slash == std::string_view::npos ? 0 : slash + 1));
    struct stat status {};
    const bool is_there = inner.is_open() && ::fstatat(inner.get(), leaf.c_str(), &status, 0) == 0;
    add_stamped(folder, name, is_there ? stamp_of(status) : FileStamp{});
  }
}

void FileScan::add_stamped(const std::string& folder, std::string_view name,
                           const FileStamp& stamp) {
  files_.push_back({below(folder, name), folder.size(), stamp});
}

void FileScan::add_program() {
  std::vector<std::string> names;
  static_cast<void>(::dl_iterate_phdr(&collect_library, &names));
  add_file("/proc/self/exe");
  for (const auto& name : names) {
    if (!name.empty()) add_file(name);
  }
  // The libraries of the programs that we start: whoever installs one writes this.
  add_file("/etc/ld.so.cache");
  FileStamp user;
  user.mode = ::geteuid();
  add_stamped({}, "user", user);
}

std::string FileScan::digest(std::int64_t moment) const {
  if (!is_whole_) return {};
  std::string text;
  for (const auto& file : files_) {
    text.append(file.path, file.name_at).append(1, '\0');
    add_stamp(text, file.stamp);
    if (S_ISREG(file.stamp.mode) && is_recent(file.stamp, moment))
      text += digest_of_file(file.path);
  }
  return sha256_hex(text);
}

std::string FileScan::quick_digest() const {
  return digest(std::numeric_limits<std::int64_t>::max());
}

}  // namespace handbok
