#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handbok {

/// What the program may keep for the next run and may always lose: files in
/// $XDG_CACHE_HOME/handbok, or else in ~/.cache/handbok, that nobody but this user can write. Each
/// says what its bytes must be, so that one that is damaged is as good as none.
class Cache {
public:
  /// With no such folder, and none that can be made, nothing is kept and nothing is found.
  Cache();

  /// What was kept under that name.
  std::optional<std::string> find(std::string_view name) const;

  /// Keeps the bytes under that name, whole or not at all. A failure costs nothing but time.
  void keep(std::string_view name, std::string_view bytes) const;

  bool is_there() const { return !folder_.empty(); }

  /// Where what is kept under that name lies.
  std::string path_of(std::string_view name) const {
    return std::string(folder_).append("/").append(name);
  }

private:
  std::string folder_;
};

}  // namespace handbok
