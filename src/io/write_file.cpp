#include "io/write_file.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>

#include "io/file_handle.hpp"
#include "io/io_error.hpp"

namespace handbok {
namespace {

void write_and_close(FileHandle& file, const std::string& path, std::string_view bytes) {
  if (!write_all(file.get(), bytes) || !file.close()) throw IoError(path, errno);
}

FileHandle open_for_writing(const std::string& path, int how) {
  constexpr mode_t readable_by_all = 0644;
  FileHandle file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | how, readable_by_all));
  if (!file.is_open()) throw IoError(path, errno);
  return file;
}

/// True if there is something at the path that must be written into, such as /dev/stdout or a link.
bool is_no_plain_file(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

}  // namespace

void write_file(const std::string& path, std::string_view bytes) {
  if (is_no_plain_file(path)) {
    auto file = open_for_writing(path, O_TRUNC);
    write_and_close(file, path, bytes);
    return;
  }
  const auto unfinished = path + ".new-" + std::to_string(::getpid());
  try {
    auto file = open_for_writing(unfinished, O_EXCL);
    write_and_close(file, path, bytes);
    if (::rename(unfinished.c_str(), path.c_str()) != 0) throw IoError(path, errno);
  } catch (const IoError&) {
    ::unlink(unfinished.c_str());
    throw;
  }
}

}  // namespace handbok
