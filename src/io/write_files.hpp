#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbok {

/// A file to be written.
struct FileToWrite {
  std::string path;  ///< below the folder, with '/' between names
  std::string bytes;
  unsigned rights = 0;  ///< of a new file; 0: everybody may read it
};

/// Writes all of the files below `folder`, or none. Each is first written and flushed to disk under
/// a hidden name; then they are renamed into place in the order given. If a rename fails, the files
/// already in place are put back as they were. Missing folders are made. With an empty `folder` the
/// paths are used as they are, so that files of several folders can be written together. Throws
/// IoError.
void write_files_together(const std::string& folder, const std::vector<FileToWrite>& files);

/// Like write_files(), but gives the reason of a failure instead of throwing: for callers that
/// continue with other files.
std::optional<std::string> try_writing_files(const std::string& folder,
                                             const std::vector<FileToWrite>& files);

/// Removes files below `folder`, and the folders below it that are empty then. One that is not
/// there is passed over. Throws IoError.
void remove_files(const std::string& folder, const std::vector<std::string>& paths);

/// Writes the file at `path`, whole or not at all: a file that was there stays as it is until the
/// new one is complete. Its folder must exist. Throws IoError.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace handbok
