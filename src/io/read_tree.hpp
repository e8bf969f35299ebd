#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/file_tree.hpp"

namespace handbok {

/// True for what no source is: hidden files, and those that Windows and Office leave in every
/// folder that somebody looks into.
bool is_litter(std::string_view name);

/// Reads every ordinary file below `folder`. Hidden files and folders (".git", editors' swap files)
/// are passed over; links, devices, files of more than `bytes_max`, and files and folders that this
/// user may not read or whose path is too long, are listed as unread. A file that vanishes
/// meanwhile is passed over too. Throws IoError if `folder` cannot be read, or if the machine
/// fails.
FileTree read_tree(const std::string& folder, std::size_t bytes_max);

/// True if there is a folder at `path`.
bool is_folder(const std::string& path);

/// The path from the root, without links, of the nearest folder at or above `path` that exists.
std::string real_folder(const std::string& path);

/// True if `inner` is `outer` or lies below it, links and all; neither has to exist.
bool lies_in(const std::string& inner, const std::string& outer);

}  // namespace handbok
