#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace handbok {

/// Owns a file descriptor.
class FileHandle {
public:
  explicit FileHandle(int descriptor = -1) : descriptor_(descriptor) {}
  FileHandle(FileHandle&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FileHandle& operator=(FileHandle&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;
  ~FileHandle() { close(); }

  int get() const { return descriptor_; }
  bool is_open() const { return descriptor_ >= 0; }

  /// Closes it now; false if the system reports that something was lost.
  bool close() { return descriptor_ < 0 || ::close(std::exchange(descriptor_, -1)) == 0; }

private:
  int descriptor_;
};

/// Writes all of the bytes; false, with errno, if the system does not take them.
bool write_all(int descriptor, std::string_view bytes);

/// Everything that is left to read; no value, with errno, if the system does not give it.
std::optional<std::string> read_all(int descriptor);

}  // namespace handbok
