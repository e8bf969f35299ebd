#pragma once

#include <string>

#include "io/file_handle.hpp"

namespace handbok {

/// Keeps other runs on this machine out of a folder as long as it lives. Leaves no trace in the
/// folder, which may be read-only; of runs on other machines that share it, it knows nothing.
class FolderLock {
public:
  /// Throws IoError if the folder cannot be opened.
  explicit FolderLock(const std::string& folder);

  /// False if somebody else holds it.
  bool is_held() const { return is_held_; }

private:
  FileHandle folder_;
  bool is_held_ = false;
};

}  // namespace handbok
