#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "base/site_path.hpp"
#include "io/file_scan.hpp"

namespace handbok {

/// Writes a site into a folder, file by file, touching only what differs: a file whose bytes are
/// there already is left as it is. The names of all files written are kept in `.handbok-files` in
/// the folder; finish() removes files of the last build that this one did not write, and nothing
/// else, so that a folder of somebody's own is never emptied. Throws IoError.
class SiteWriter {
public:
  explicit SiteWriter(std::string folder);

  /// Writes one file; `path` must be usable.
  void write(const SitePath& path, std::string_view bytes);

  /// Removes what the last build wrote and this one did not, and notes what this one wrote.
  void finish();

  /// Adds the files written and their list to `scan`, as this left them.
  void add_to(FileScan& scan) const;
  /// Adds the files that the list in `folder` names, and the list, as they are now.
  static void add_listed(const std::string& folder, FileScan& scan);

  std::size_t written_count() const { return written_count_; }
  std::size_t unchanged_count() const { return files_.size() - written_count_; }

private:
  void make_folders(const std::string& path);

  std::string folder_;
  std::map<std::string, FileStamp> files_;     ///< as they were when they were written
  std::map<std::string, bool> known_folders_;  ///< whether each was made by this
  std::size_t written_count_ = 0;
};

}  // namespace handbok
