#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/file_tree.hpp"
#include "cli/command_line.hpp"

namespace handbok {

/// The sources in `folder`; if there is no such folder, says so on stderr and gives no value.
std::optional<FileTree> open_sources(const std::string& folder, const CommonOptions& common);

/// The theme in `folder`, or the default theme if that is empty; likewise.
std::optional<FileTree> open_theme(const std::string& folder, const CommonOptions& common);

/// True if the handbook has the profile; if not, says so on stderr.
bool require_profile(const FileTree& sources, const std::string& profile,
                     const CommonOptions& common);

/// The day that a command is about: the one asked for, or today in Sweden.
Date day_or_today(const std::optional<Date>& asked);

}  // namespace handbok
