#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbok {

enum class FileKind : std::uint8_t { file, folder, link, other };

/// What a file system says of a file, a folder or a link (never of what the link leads to).
struct FileStatus {
  FileKind kind = FileKind::other;
  std::size_t size = 0;        ///< in bytes
  unsigned mode = 0;           ///< the permission bits
  std::int64_t modified = 0;   ///< in seconds since 1970
  std::uint64_t identity = 0;  ///< equal for hard links of one file
};

/// The few things that publishing does to a folder; every path is below that folder, with '/'
/// between names. io/ makes the real one, tests one in memory that fails on demand. Each function
/// does its work completely or throws what the maker throws (IoError); nothing is retried, because
/// a failed fsync cannot be trusted the second time.
class Disk {
public:
  Disk() = default;
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;
  virtual ~Disk() = default;

  /// The names in a folder in byte order; none if there is no such folder. "" is the folder itself.
  virtual std::vector<std::string> names_in(const std::string& folder) = 0;
  /// No value if there is nothing at the path.
  virtual std::optional<FileStatus> status(const std::string& path) = 0;
  virtual std::string read(const std::string& path) = 0;
  /// Where a link leads, as it is written.
  virtual std::string link_target(const std::string& path) = 0;

  /// Makes the folder, readable by all; one that is there already is left as it is.
  virtual void make_folder(const std::string& path) = 0;
  /// Writes a file that must not be there yet: readable by all, last modified at that time.
  virtual void write_new(const std::string& path, std::string_view bytes,
                         std::int64_t modified) = 0;
  /// Says when a file was last modified.
  virtual void set_modified(const std::string& path, std::int64_t modified) = 0;
  /// Gives the file at `from` a second name, which must not be in use yet.
  virtual void hard_link(const std::string& from, const std::string& to) = 0;
  virtual void symbolic_link(const std::string& target, const std::string& path) = 0;
  /// Puts `from` in the place of `to`, in one step.
  virtual void rename(const std::string& from, const std::string& to) = 0;
  /// Removes a file or a link; it is no fault if there is none.
  virtual void remove(const std::string& path) = 0;
  /// Removes a folder and all that is in it, or a file; it is no fault if there is none.
  virtual void remove_tree(const std::string& path) = 0;

  /// Waits until the bytes of a file, or the names in a folder, are safe from a power cut.
  virtual void sync(const std::string& path) = 0;
  /// The same for all that was written so far, in one go.
  virtual void sync_all() = 0;
  /// How many bytes can still be written.
  virtual std::uint64_t free_bytes() = 0;
};

}  // namespace handbok
