#include "io/site_writer.hpp"

#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>

#include "base/strings.hpp"
#include "io/file.hpp"

namespace handbok {
namespace {

constexpr std::string_view list_name = ".handbok-files";

/// What the disk says of the file at `path` if its bytes are those.
std::optional<FileStamp> stamp_if_equal(const std::string& path, std::string_view bytes) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  if (!S_ISREG(status.st_mode) || static_cast<std::size_t>(status.st_size) != bytes.size())
    return std::nullopt;
  if (read_file(path) != bytes) return std::nullopt;
  return stamp_of(status);
}

FileStamp write_whole(const std::string& path, std::string_view bytes) {
  constexpr mode_t readable_by_all = 0644;
  FileHandle file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, readable_by_all));
  if (!file.is_open()) throw IoError(path, errno);
  struct stat status {};
  const bool is_written = write_all(file.get(), bytes) && ::fstat(file.get(), &status) == 0;
  if (!is_written || !file.close()) throw IoError(path, errno);
  return stamp_of(status);
}

}  // namespace

SiteWriter::SiteWriter(std::string folder) : folder_(std::move(folder)) {}

void SiteWriter::make_folders(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos || slash == 0) return;
  const auto parent = path.substr(0, slash);
  if (known_folders_.contains(parent)) return;
  make_folders(parent);
  constexpr mode_t searchable_by_all = 0755;
  const bool is_new = ::mkdir(parent.c_str(), searchable_by_all) == 0;
  if (!is_new && errno != EEXIST) throw IoError(parent, errno);
  known_folders_.emplace(parent, is_new);
}

void SiteWriter::write(const SitePath& path, std::string_view bytes) {
  if (!path.is_usable()) throw IoError(path.refused(), EINVAL);
  const auto full = folder_ + "/" + path.text();
  make_folders(full);
  // Nothing lies in a folder that was made a moment ago.
  const bool is_new = known_folders_[full.substr(0, full.rfind('/'))];
  const auto known = is_new ? std::nullopt : stamp_if_equal(full, bytes);
  files_[path.text()] = known ? *known : write_whole(full, bytes);
  if (!known) ++written_count_;
}

void SiteWriter::finish() {
  const auto list = folder_ + "/" + std::string(list_name);
  if (const auto previous = read_file(list)) {
    for (const auto path : split(*previous, '\n')) {
      // A damaged list must not delete files of others.
      if (!SitePath(std::string(path)).is_usable() || files_.contains(std::string(path))) continue;
      const auto full = folder_ + "/" + std::string(path);
      if (::unlink(full.c_str()) != 0 && errno != ENOENT) throw IoError(full, errno);
    }
  }
  std::string names;
  for (const auto& file : files_)
    names += file.first + "\n";
  if (stamp_if_equal(list, names)) return;
  make_folders(list);
  static_cast<void>(write_whole(list, names));
}

void SiteWriter::add_to(FileScan& scan) const {
  for (const auto& [path, stamp] : files_)
    scan.add_stamped(folder_, path, stamp);
  scan.add_named(folder_, {list_name});
}

void SiteWriter::add_listed(const std::string& folder, FileScan& scan) {
  const auto list = read_file(folder + "/" + std::string(list_name));
  if (!list) return;
  auto names = split(*list, '\n');
  names.back() = list_name;  // the list ends with a line end
  scan.add_named(folder, names);
}

}  // namespace handbok
