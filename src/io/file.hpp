#pragma once

#include <cstddef>
#include <dirent.h>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>

#include "base/shelf.hpp"

namespace handbok {

/// A folder that is open for reading.
struct CloseDir {
  void operator()(DIR* dir) const { ::closedir(dir); }
};
using Dir = std::unique_ptr<DIR, CloseDir>;

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

/// The bytes at a place of the file; empty if they are not all there.
std::string read_at(int descriptor, std::size_t at, std::size_t count);

/// The machine failed: a file cannot be read or written, a process cannot be started. Ends the run
/// with exit status 3; thrown only in io/, caught only there and in cli/.
class IoError : public std::runtime_error {
public:
  IoError(std::string path, int error_number);

  const std::string& path() const { return path_; }
  /// What the system says of it, such as "No space left on device".
  const std::string& reason() const { return reason_; }

private:
  std::string path_;
  std::string reason_;
};

/// The bytes of the file at `path`; no value if there is no such file. Throws IoError.
std::optional<std::string> read_file(const std::string& path);

/// A new folder for files that nobody keeps, only for this user; it goes, with all that is in it,
/// when this does. Throws IoError if it cannot be made.
class ScratchFolder {
public:
  ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();

  const std::string& path() const { return path_; }

private:
  std::string path_;
};

/// A shelf in a file without a name, in $TMPDIR or else in /var/tmp, which lies on a disk; nullptr
/// if none can be made there.
std::shared_ptr<Shelf> make_shelf();

}  // namespace handbok
