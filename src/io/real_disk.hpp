#pragma once

#include <cstdint>
#include <string>

#include "base/disk.hpp"
#include "io/file.hpp"

namespace handbok {

/// Who may read what is written, whatever the umask says.
enum class FilesFor : std::uint8_t { everyone, owner };

/// A folder of this machine as a Disk. Never follows a link below the folder: what it is asked
/// about is what lies there. Throws IoError.
class RealDisk : public Disk {
public:
  /// The folder must exist.
  explicit RealDisk(std::string folder, FilesFor readers = FilesFor::everyone);

  std::vector<std::string> names_in(const std::string& folder) override;
  std::optional<FileStatus> status(const std::string& path) override;
  std::string read(const std::string& path) override;
  std::string link_target(const std::string& path) override;
  void make_folder(const std::string& path) override;
  void write_new(const std::string& path, std::string_view bytes, std::int64_t modified) override;
  void set_modified(const std::string& path, std::int64_t modified) override;
  void hard_link(const std::string& from, const std::string& to) override;
  void symbolic_link(const std::string& target, const std::string& path) override;
  void rename(const std::string& from, const std::string& to) override;
  void remove(const std::string& path) override;
  void remove_tree(const std::string& path) override;
  void sync(const std::string& path) override;
  void sync_all() override;
  std::uint64_t free_bytes() override;
  /// What this has given back by removing files and folders: a file counts when its last name goes.
  std::uint64_t freed_bytes() const { return freed_bytes_; }

private:
  [[noreturn]] void fail(const std::string& path) const;
  FileHandle open_existing(const std::string& path, int flags) const;
  void count_freed(const std::string& path);

  std::string folder_;
  unsigned file_mode_;
  unsigned folder_mode_;
  FileHandle root_;
  std::uint64_t freed_bytes_ = 0;
};

}  // namespace handbok
