#pragma once

#include <map>
#include <string>
#include <string_view>

namespace handbok {

/// Files as values: relative path with '/' between names → bytes, in byte order of the path.
/// The core reads and writes these; only io/ knows a disk.
class FileTree {
 public:
  using Files = std::map<std::string, std::string, std::less<>>;

  /// Adds the file, or replaces its bytes.
  void put(std::string path, std::string bytes) { files_[std::move(path)] = std::move(bytes); }

  /// The bytes at `path`, or nullptr if there is no such file.
  const std::string* find(std::string_view path) const {
    const auto it = files_.find(path);
    return it == files_.end() ? nullptr : &it->second;
  }

  const Files& files() const { return files_; }
  Files& files() { return files_; }

 private:
  Files files_;
};

}  // namespace handbok
