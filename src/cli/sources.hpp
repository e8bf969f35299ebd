#pragma once

#include <optional>
#include <string>

#include "app/build.hpp"
#include "base/date.hpp"
#include "base/file_tree.hpp"
#include "cli/command_line.hpp"

namespace handbok {

/// The sources in `folder`; if there is no such folder, says so on stderr and gives no value.
std::optional<FileTree> open_sources(const std::string& folder, const CommonOptions& common);

/// The theme in `folder`, or the default theme if that is empty; likewise.
std::optional<FileTree> open_theme(const std::string& folder, const CommonOptions& common);

/// The day that a command is about: the one asked for, or today in Sweden.
Date day_or_today(const std::optional<Date>& asked);

/// All that a site is made of.
struct OpenSite {
  FileTree sources;
  FileTree theme;
  BuildOptions options;
};

/// Opens what was asked for; if something is not there, says so on stderr and gives no value.
std::optional<OpenSite> open_site(const SiteChoice& choice, const CommonOptions& common);

}  // namespace handbok
