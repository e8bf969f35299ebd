#include "io/read_file.hpp"

#include <cerrno>
#include <fcntl.h>

#include "io/file_handle.hpp"
#include "io/io_error.hpp"

namespace handbok {

std::optional<std::string> read_file(const std::string& path) {
  const FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) {
    if (errno == ENOENT) return std::nullopt;
    throw IoError(path, errno);
  }
  auto bytes = read_all(file.get());
  if (!bytes) throw IoError(path, errno);
  return bytes;
}

}  // namespace handbok
