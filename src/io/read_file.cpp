#include "io/read_file.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>

#include "io/file_handle.hpp"
#include "io/io_error.hpp"

namespace handbok {

std::optional<std::string> read_file(const std::string& path) {
  FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) {
    if (errno == ENOENT) return std::nullopt;
    throw IoError(path, errno);
  }
  constexpr std::size_t block_bytes = 65536;
  std::array<char, block_bytes> block{};
  std::string bytes;
  while (true) {
    const auto count = ::read(file.get(), block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw IoError(path, errno);
    if (count == 0) return bytes;
    bytes.append(block.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace handbok
