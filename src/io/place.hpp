#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace handbok {

/// What the system says of a folder that is published to, besides what lies in it.
struct PlaceFacts {
  std::uint64_t free_bytes = 0;   ///< for whoever runs this program
  std::uint64_t free_inodes = 0;  ///< 0 also where the file system does not count them
  bool counts_inodes = false;
  std::string foreign;  ///< something in it, or one below, that has another owner; empty: nothing
};

/// When the file was last modified, in seconds since 1970; no value if there is none.
std::optional<std::int64_t> time_of_file(const std::string& path);

/// Where a folder of sources comes from, as the files of git say; git itself is not run. Everything
/// is empty where there is no git, or a working tree whose repository lies elsewhere.
struct SourceOrigin {
  std::string commit;                   ///< that is checked out, in hexadecimal digits
  std::string fetched_commit;           ///< what the last fetch brought; a forced push is another
  std::optional<std::int64_t> fetched;  ///< when that was, in seconds since 1970
};

/// Of the folder, or of the nearest folder above it that git knows.
SourceOrigin origin_of_sources(const std::string& folder);

/// What may be done with a file, or in a folder; nothing where there is none.
struct PlaceRights {
  bool is_writable = false;  ///< by its owner, and by whoever runs this program
  bool is_read_by_all = false;
  bool is_written_by_all = false;
};

PlaceRights rights_of(const std::string& path);

/// Throws IoError if the folder cannot be read.
PlaceFacts facts_of_place(const std::string& folder);

}  // namespace handbok
