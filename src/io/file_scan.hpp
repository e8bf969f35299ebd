#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct stat;

namespace handbok {

/// What the disk says of a file without its bytes being read. Times are nanoseconds since 1970.
struct FileStamp {
  std::uint64_t mode = 0;  ///< 0: there is no such file
  std::uint64_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t modified = 0;
  std::int64_t changed = 0;  ///< of the bytes, the name or the rights; nobody can set it
};

FileStamp stamp_of(const struct stat& status);

/// Of the file there; links are followed.
FileStamp stamp_at(const std::string& path);

/// Now, by the machine's clock, in nanoseconds since 1970; it measures, and reaches no page.
std::int64_t moment_now();

/// Looks at many files without reading them, so that a later look can tell whether any of them was
/// changed, added or taken away. Throws nothing: what cannot be looked at spoils the digest.
class FileScan {
public:
  /// Everything below `folder` that read_tree() takes in or lists as unread.
  void add_tree(const std::string& folder);

  /// One file, or that there is none; links are followed. Its path counts.
  void add_file(const std::string& path);

  /// Files below `folder`, as they are, by names with '/' between their parts; links are followed.
  void add_named(const std::string& folder, const std::vector<std::string_view>& names);

  /// A file below `folder` as somebody who wrote it found it.
  void add_stamped(const std::string& folder, std::string_view name, const FileStamp& stamp);

  /// The running program, the libraries that it loaded, and whoever runs it.
  void add_program();

  /// Equal for two scans if every file is the same. The disk's clock ticks slowly, so a file that
  /// was changed shortly before `moment`, or later, may have been changed again without leaving a
  /// trace: its bytes are read and count too. Empty if something could not be looked at.
  std::string digest(std::int64_t moment) const;

  /// The same by what the disk says alone, for a look that is repeated all the time.
  std::string quick_digest() const;

private:
  struct Seen {
    std::string path;
    std::size_t name_at = 0;  ///< where the part begins that counts
    FileStamp stamp;
  };

  void add_folder(const std::string& root, const std::string& folder);
  void leave_out(const std::string& root, const std::string& path);

  std::vector<Seen> files_;
  bool is_whole_ = true;
};

}  // namespace handbok
