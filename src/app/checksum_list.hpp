#pragma once

#include <string>

#include "base/file_tree.hpp"

namespace handbok {

/// The text of SHA256SUMS for the files, as `sha256sum -c SHA256SUMS` reads it.
std::string checksum_list(const FileTree& files);

}  // namespace handbok
