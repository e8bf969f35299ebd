#pragma once

#include <string>

#include "base/file_tree.hpp"

namespace handbok {

/// The text of SHA256SUMS for the files, as `sha256sum -c SHA256SUMS` reads it.
std::string checksum_list(const FileTree& files);

/// Writes the files into a new folder. False if something lies at the path already; then nothing is
/// written. Throws IoError; then the folder is removed again.
bool write_new_folder(const std::string& folder, const FileTree& files);

}  // namespace handbok
