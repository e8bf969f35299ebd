#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handbok {

/// Why a file of a folder is not in its FileTree.
enum class UnreadReason : std::uint8_t { not_regular, too_large, unreadable };

/// A file that was seen but not read, or a folder that could not be opened.
struct UnreadFile {
  std::string path;
  UnreadReason reason = UnreadReason::not_regular;
  std::size_t size = 0;   ///< in bytes, for too_large
  std::size_t limit = 0;  ///< in bytes, for too_large
};

/// Files as values: relative path with '/' between names → bytes, in byte order of the path.
/// The core reads and writes these; only io/ knows a disk.
class FileTree {
public:
  using Files = std::map<std::string, std::string, std::less<>>;

  /// Adds the file, or replaces its bytes.
  void put(std::string path, std::string bytes) { files_[std::move(path)] = std::move(bytes); }

  /// Lets go of bytes that nobody needs any more: nothing is found there from now on.
  void forget(std::string_view path) {
    if (const auto it = files_.find(path); it != files_.end()) files_.erase(it);
  }

  /// The bytes at `path`, or nullptr if there is no such file.
  const std::string* find(std::string_view path) const {
    const auto it = files_.find(path);
    return it == files_.end() ? nullptr : &it->second;
  }

  const Files& files() const { return files_; }
  Files& files() { return files_; }

  /// Files that a reader saw but left out, in byte order of the path.
  const std::vector<UnreadFile>& unread() const { return unread_; }
  void add_unread(UnreadFile file) { unread_.push_back(std::move(file)); }

private:
  Files files_;
  std::vector<UnreadFile> unread_;
};

}  // namespace handbok
