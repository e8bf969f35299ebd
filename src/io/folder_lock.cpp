#include "io/folder_lock.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>

#include "io/io_error.hpp"

namespace handbok {

FolderLock::FolderLock(const std::string& folder)
    : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (!folder_.is_open()) throw IoError(folder, errno);
  is_held_ = ::flock(folder_.get(), LOCK_EX | LOCK_NB) == 0;
  if (!is_held_ && errno != EWOULDBLOCK) throw IoError(folder, errno);
}

}  // namespace handbok
