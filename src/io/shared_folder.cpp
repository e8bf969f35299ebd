#include "io/shared_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "io/file.hpp"

namespace handbok {
namespace {

constexpr std::int64_t second = 1'000'000'000;

std::int64_t nanoseconds_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

std::int64_t changed_at(const struct stat& status) {
  return static_cast<std::int64_t>(status.st_mtim.tv_sec) * second + status.st_mtim.tv_nsec;
}

std::size_t size_of(const struct stat& status) {
  return static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
}

std::string words_for(int error_number) {
  return std::generic_category().message(error_number);
}

class Lister {
public:
  explicit Lister(const std::string& root) : root_(root), now_(nanoseconds_now()) {}

  SharedFolder list() {
    list_folder("");
    std::ranges::sort(listed_.files, {}, &SharedFile::path);
    std::ranges::sort(listed_.unread, {}, &UnreadPlace::path);
    return std::move(listed_);
  }

private:
  std::string full_path(const std::string& path) const {
    return path.empty() ? root_ : std::string(root_).append("/").append(path);
  }

  void list_folder(const std::string& folder) {
    const Dir dir(::opendir(full_path(folder).c_str()));
    if (!dir && errno == EACCES && !folder.empty()) return add(folder, SharedKind::closed);
    if (!dir) {
      listed_.unread.push_back({folder, words_for(errno)});
      return;
    }
    std::vector<std::string> names;
    errno = 0;
    while (const auto* const entry = ::readdir(dir.get())) {
      if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    }
    if (errno != 0) listed_.unread.push_back({folder, words_for(errno)});
    for (const auto& name : names)
      list_entry(folder.empty() ? name : std::string(folder).append("/").append(name));
  }

  void list_entry(const std::string& path) {
    struct stat status {};
    if (::lstat(full_path(path).c_str(), &status) != 0) {
      if (errno != ENOENT) listed_.unread.push_back({path, words_for(errno)});
      return;
    }
    if (S_ISDIR(status.st_mode)) return list_folder(path);
    if (!S_ISREG(status.st_mode)) return add(path, SharedKind::special);
    const auto changed = changed_at(status);
    listed_.files.push_back(
        {path, SharedKind::ordinary, size_of(status), changed, (now_ - changed) / second});
  }

  /// What is never read; it does not matter since when it is there.
  void add(const std::string& path, SharedKind kind) {
    listed_.files.push_back({path, kind, 0, 0, now_ / second});
  }

  const std::string& root_;
  std::int64_t now_;
  SharedFolder listed_;
};

bool is_as_listed(const FileHandle& opened, const SharedFile& file) {
  struct stat status {};
  return ::fstat(opened.get(), &status) == 0 && S_ISREG(status.st_mode) &&
         size_of(status) == file.size && changed_at(status) == file.changed_at;
}

SharedFault fault_of(int error_number) {
  const bool is_in_use = error_number == ENOENT || error_number == EBUSY ||
                         error_number == ETXTBSY || error_number == EAGAIN ||
                         error_number == ESTALE || error_number == ELOOP;
  return {is_in_use, error_number == EACCES, words_for(error_number)};
}

}  // namespace

SharedFolder list_shared_folder(const std::string& folder) {
  return Lister(folder).list();
}

Expected<std::string, SharedFault> read_shared_file(const std::string& folder,
                                                    const SharedFile& file, std::size_t bytes_max) {
  if (file.size > bytes_max) return Unexpected{fault_of(EFBIG)};
  const auto path = std::string(folder).append("/").append(file.path);
  const FileHandle opened(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!opened.is_open()) return Unexpected{fault_of(errno)};
  if (!is_as_listed(opened, file)) return Unexpected{SharedFault{true, false, {}}};
  std::string bytes(file.size + 1, '\0');  // one more, to see that the file has not grown
  std::size_t used = 0;
  while (used < bytes.size()) {
    const auto count = ::read(opened.get(), bytes.data() + used, bytes.size() - used);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Unexpected{fault_of(errno)};
    if (count == 0) break;
    used += static_cast<std::size_t>(count);
  }
  if (used != file.size || !is_as_listed(opened, file))
    return Unexpected{SharedFault{true, false, {}}};
  bytes.resize(used);
  return bytes;
}

}  // namespace handbok
