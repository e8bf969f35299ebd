#include "io/place.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "io/file.hpp"

namespace handbok {
namespace {

uid_t owner_of(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) throw IoError(path, errno);
  return status.st_uid;
}

/// The first path in `folder`, `levels` deep, whose owner is another.
std::string find_foreign(const std::filesystem::path& folder, uid_t owner, int levels) {
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto path = entry.path().string();
    if (owner_of(path) != owner) return path;
    const bool is_folder = std::filesystem::is_directory(entry.symlink_status(error));
    if (!is_folder || levels == 1) continue;
    if (auto inner = find_foreign(entry.path(), owner, levels - 1); !inner.empty()) return inner;
  }
  if (error) throw IoError(folder.string(), error.value());
  return {};
}

/// The first word of a file of git's, if it is the name of a commit.
std::string commit_in(std::string_view line) {
  const auto name = line.substr(0, line.find_first_of("\t \n"));
  const bool is_name =
      name.size() >= 40 && std::ranges::all_of(name, [](char c) { return hex_value(c) >= 0; });
  return is_name ? std::string(name) : std::string{};
}

/// A file of git's, or nothing: what cannot be read stops no publication.
std::string read_of_git(const std::string& path) {
  try {
    return read_file(path).value_or("");
  } catch (const IoError&) {
    return {};
  }
}

/// What git has packed: lines of "COMMIT REFERENCE".
std::string packed_commit(const std::string& git, std::string_view reference) {
  const auto packed = read_of_git(git + "/packed-refs");
  for (const auto line : split(packed, '\n')) {
    if (line.ends_with(reference) && line.find(' ') + 1 + reference.size() == line.size())
      return commit_in(line);
  }
  return {};
}

std::string commit_of_head(const std::string& git) {
  const auto bytes = read_of_git(git + "/HEAD");
  const auto head = trim(bytes);
  constexpr std::string_view begin = "ref: ";
  if (!head.starts_with(begin)) return commit_in(head);
  const auto reference = head.substr(begin.size());
  if (!reference.starts_with("refs/") || reference.find("..") != std::string_view::npos) return {};
  auto loose = commit_in(read_of_git(git + "/" + std::string(reference)));
  return loose.empty() ? packed_commit(git, reference) : loose;
}

}  // namespace

SourceOrigin origin_of_sources(const std::string& folder) {
  std::error_code ignored;
  for (auto above = std::filesystem::weakly_canonical(folder, ignored); above.has_relative_path();
       above = above.parent_path()) {
    const auto git = (above / ".git").string();
    if (std::filesystem::is_directory(git, ignored)) {
      const auto fetched = git + "/FETCH_HEAD";
      return {commit_of_head(git), commit_in(read_of_git(fetched)), time_of_file(fetched)};
    }
  }
  return {};
}

std::optional<std::int64_t> time_of_file(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status.st_mtim.tv_sec;
}

PlaceRights rights_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  // To root everything is open; the nightly run is the owner's.
  const bool is_writable = (status.st_mode & S_IWUSR) != 0 && ::access(path.c_str(), W_OK) == 0;
  return {is_writable, (status.st_mode & S_IROTH) != 0, (status.st_mode & S_IWOTH) != 0};
}

PlaceFacts facts_of_place(const std::string& folder) {
  struct statvfs status {};
  if (::statvfs(folder.c_str(), &status) != 0) throw IoError(folder, errno);
  PlaceFacts facts;
  facts.free_bytes = status.f_bavail * status.f_frsize;
  facts.free_inodes = status.f_favail;
  facts.counts_inodes = status.f_files != 0;
  facts.foreign = find_foreign(folder, owner_of(folder), 2);
  return facts;
}

}  // namespace handbok
