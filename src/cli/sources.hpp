#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/build.hpp"
#include "app/read_handbook.hpp"
#include "base/date.hpp"
#include "base/file_tree.hpp"
#include "cli/command.hpp"

namespace handbok {

/// The sources in `folder`; if there is no such folder, says so on stderr and gives no value.
std::optional<FileTree> open_sources(const std::string& folder, const CommonOptions& common);

/// The handbook in `folder` as questions need it: without the texts, or with them. If there is no
/// such folder, says so on stderr and gives no value.
std::optional<Handbook> open_handbook(const std::string& folder, const CommonOptions& common);
std::optional<Handbook> open_handbook(const std::string& folder, const CommonOptions& common,
                                      const Isolate& isolate);

/// True of a word written as ids of documents are, "RUT-001" or "rut-001", that is no folder.
bool names_document(const std::string& word);

/// The theme in `folder`, or the default theme if that is empty; likewise.
std::optional<FileTree> open_theme(const std::string& folder, const CommonOptions& common);

/// The day that a command is about: the one asked for, or today in Sweden.
Date day_or_today(const std::optional<Date>& asked);

/// True if the day is left out, has come, or is said to be meant, though `far`; else says so on
/// stderr. What is sent or published of a mistyped year cannot be taken back.
bool is_day_meant(const std::optional<Date>& day, std::string_view option, bool far,
                  Language language);

/// Says that a day is meant that has not come.
Option far_option(bool& far);

/// Which site is to be made, of what.
struct SiteChoice {
  std::string source;
  std::optional<Date> as_of;
  std::string theme;
  std::string base_url;
  std::string profile;
  bool strict = false;
};

/// Whom the site is for.
Option profile_option(std::string& profile);

/// All that a site is made of.
struct OpenSite {
  FileTree sources;
  FileTree theme;
  BuildOptions options;
};

/// Opens what was asked for; if something is not there, or `output`, where the site is written,
/// lies among the sources, says so on stderr and gives no value.
std::optional<OpenSite> open_site(const SiteChoice& choice, const std::string& output,
                                  const CommonOptions& common);

/// The options of a build that was asked for.
BuildOptions options_of(const SiteChoice& choice);

/// The files that diagnostics of at least that severity stand in, for the lines shown below them.
FileTree sources_of(const std::vector<Diagnostic>& diagnostics, Severity least,
                    const std::string& folder);

/// True if `output` does not lie in the folder of the sources, where it would be read as one the
/// next time, or in the one that is published to, where it would be a fault; if it does, says so on
/// stderr. An empty path lies nowhere.
bool require_outside(const std::string& output, const std::string& folder,
                     const CommonOptions& common);

}  // namespace handbok
