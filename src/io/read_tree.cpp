#include "io/read_tree.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <vector>

#include <climits>

#include "base/ascii.hpp"
#include "io/file.hpp"

namespace handbok {
namespace {

class TreeReader {
public:
  TreeReader(std::string root, std::size_t bytes_max)
      : root_(std::move(root)),
        bytes_max_(bytes_max) {}

  FileTree read() {
    read_folder("");
    for (auto& file : unread_in_order())
      tree_.add_unread(std::move(file));
    return std::move(tree_);
  }

private:
  std::string full_path(const std::string& path) const {
    return path.empty() ? root_ : root_ + "/" + path;
  }

  std::vector<std::string> names_in(const std::string& folder) {
    const Dir dir(::opendir(full_path(folder).c_str()));
    std::vector<std::string> names;
    if (!dir) {
      leave_out(folder);
      return names;
    }
    errno = 0;
    while (const auto* const entry = ::readdir(dir.get())) {
      if (!is_litter(entry->d_name)) names.emplace_back(entry->d_name);
    }
    if (errno != 0) throw IoError(full_path(folder), errno);
    return names;
  }

  /// After a call that failed. What has vanished is passed over; what is closed to us or lies too
  /// deep costs itself; anything else is the machine's failure.
  void leave_out(const std::string& path) {
    const int reason = errno;
    if (reason == ENOENT && !path.empty()) return;
    const bool is_its_own = reason == EACCES || reason == EPERM || reason == ENAMETOOLONG;
    if (!is_its_own || path.empty()) throw IoError(full_path(path), reason);
    unread_.push_back({path, UnreadReason::unreadable, 0, 0});
  }

  void read_folder(const std::string& folder) {
    for (const auto& name : names_in(folder)) {
      read_entry(folder.empty() ? name : std::string(folder).append("/").append(name));
    }
  }

  void read_entry(const std::string& path) {
    struct stat status {};
    if (::lstat(full_path(path).c_str(), &status) != 0) {
      leave_out(path);
      return;
    }
    const auto size = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
    if (S_ISDIR(status.st_mode)) {
      read_folder(path);
    } else if (!S_ISREG(status.st_mode)) {
      unread_.push_back({path, UnreadReason::not_regular, 0, 0});
    } else if (size > bytes_max_) {
      unread_.push_back({path, UnreadReason::too_large, size, bytes_max_});
    } else {
      read_file(path, size);
    }
  }

  void read_file(const std::string& path, std::size_t expected_size) {
    FileHandle file(::open(full_path(path).c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file.is_open()) {
      leave_out(path);
      return;
    }
    std::string bytes(expected_size + 1, '\0');  // one more, to see that the file has not grown
    std::size_t used = 0;
    while (true) {
      const auto count = ::read(file.get(), bytes.data() + used, bytes.size() - used);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) throw IoError(full_path(path), errno);
      if (count == 0) break;
      used += static_cast<std::size_t>(count);
      if (used == bytes.size()) bytes.resize(bytes.size() * 2);
    }
    bytes.resize(used);
    tree_.put(path, std::move(bytes));
  }

  std::vector<UnreadFile> unread_in_order() {
    std::ranges::sort(unread_, {}, &UnreadFile::path);
    return std::move(unread_);
  }

  std::string root_;
  std::size_t bytes_max_;
  FileTree tree_;
  std::vector<UnreadFile> unread_;
};

/// "a" of "a/b", "." of "a", "/" of "/a".
std::string folder_above(const std::string& path) {
  const auto slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace

bool is_litter(std::string_view name) {
  constexpr auto names =
      std::to_array<std::string_view>({"thumbs.db", "ehthumbs.db", "desktop.ini"});
  std::string folded(name);
  std::ranges::transform(folded, folded.begin(), ascii_lower);
  return name.starts_with('.') || name.starts_with("~$") ||
         std::ranges::find(names, folded) != names.end();
}

FileTree read_tree(const std::string& folder, std::size_t bytes_max) {
  return TreeReader(folder, bytes_max).read();
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string real_folder(const std::string& path) {
  auto existing = path.empty() ? std::string(".") : path;
  while (true) {
    std::array<char, PATH_MAX> resolved{};
    if (::realpath(existing.c_str(), resolved.data()) != nullptr) return resolved.data();
    if (existing == "." || existing == "/") return {};
    existing = folder_above(existing);
  }
}

bool lies_in(const std::string& inner, const std::string& outer) {
  // Into what is not there leads no other way than its name.
  if (!is_folder(outer)) return inner == outer || inner.starts_with(outer + "/");
  const auto below = real_folder(inner);
  const auto above = real_folder(outer);
  return below == above || below.starts_with(above.ends_with('/') ? above : above + "/");
}

}  // namespace handbok
