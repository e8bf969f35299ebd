#pragma once

#include <cstddef>

#include "app/build.hpp"
#include "base/file_tree.hpp"

namespace handbok {

struct ArchiveRequest {
  const FileTree& sources;
  const FileTree& theme;
  int year = 0;
  Date today;  ///< of a year that is not over, the archive ends here
  const Isolate& isolate;
  Language language = Language::swedish;
};

/// The holdings of a year: every revision that was in force some day of it with its decisions, the
/// registers, the site of its last day, a list of it all, and digests.
struct Archive {
  BuildReport report;  ///< of the site
  FileTree files;      ///< empty if the build was stopped
  std::size_t revisions = 0;
};

Archive make_archive(const ArchiveRequest& request);

}  // namespace handbok
