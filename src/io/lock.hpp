#pragma once

#include <chrono>
#include <string>

#include "io/file.hpp"

namespace handbok {

/// Whether the file system under a folder can be published to. It must keep the order of what is
/// synced, have hard links and symbolic links, and lock files. ext4, XFS and Btrfs do. Network
/// shares and layered file systems do not, or nobody has tested them. `name` is for messages.
struct FileSystemVerdict {
  bool is_fit = false;
  std::string name;
};

FileSystemVerdict judge_file_system(const std::string& folder);

/// Makes the folder and those above it that are missing; readable by all. Throws IoError.
void make_folders(const std::string& folder);

enum class LockKind { exclusive, shared };

/// A lock on a folder that is published to, held as long as this lives. The lock file is never
/// removed. A shared lock is neither held nor needed where there is no lock file: a copy of a
/// target may be read-only.
class PublishLock {
public:
  /// Throws IoError if the lock file cannot be opened.
  PublishLock(const std::string& folder, LockKind kind);

  /// False if somebody else holds it.
  bool is_held() const { return is_held_; }

private:
  FileHandle file_;
  bool is_held_ = false;
};

/// Keeps other runs on this machine out of a folder as long as it lives. Leaves no trace in the
/// folder, which may be read-only; of runs on other machines that share it, it knows nothing.
class FolderLock {
public:
  /// Throws IoError if the folder cannot be opened.
  explicit FolderLock(const std::string& folder);

  /// Waits until others have done, at most so long. Where folders cannot be locked, as on a network
  /// share, it is held at once.
  FolderLock(const std::string& folder, std::chrono::seconds patience);

  /// False if somebody else holds it.
  bool is_held() const { return is_held_; }

private:
  FileHandle folder_;
  bool is_held_ = false;
};

}  // namespace handbok
