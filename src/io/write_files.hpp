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
};

/// Writes all of the files below `folder`, or none: each is first written and flushed to disk under
/// a hidden name, and only then do they take their places, in the order given. If that fails
/// half-way, what had taken its place is put back. Folders that are missing are made. Throws
/// IoError. If `folder` is empty, the paths are those of the files as they are: so files of several
/// folders are written together.
void write_files_together(const std::string& folder, const std::vector<FileToWrite>& files);

/// The same, for who goes on with something else if it fails: gives the reason instead of throwing.
std::optional<std::string> try_writing_files(const std::string& folder,
                                             const std::vector<FileToWrite>& files);

/// Writes the file at `path`, whole or not at all: a file that was there stays as it is until the
/// new one is complete. Its folder must exist. Throws IoError.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace handbok
