#pragma once

#include <string>

namespace handbok {

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

}  // namespace handbok
