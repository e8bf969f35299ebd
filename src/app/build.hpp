#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/file_tree.hpp"
#include "base/isolate.hpp"
#include "diag/diagnostic.hpp"
#include "site/site.hpp"

namespace handbok {

class DayView;

/// Whether the errors of one document may stop the whole handbook.
enum class Strictness : std::uint8_t { withhold, stop };

enum class BuildOutcome : std::uint8_t { built, stopped };

/// How long a part of the build took.
struct Phase {
  std::string name;
  std::int64_t milliseconds = 0;
};

/// What a build says of itself.
struct BuildReport {
  BuildOutcome outcome = BuildOutcome::stopped;
  std::vector<Diagnostic> diagnostics;  ///< sorted
  std::vector<RevisionKey> withheld;    ///< by document, each once
  std::size_t documents_in_force = 0;
  /// Those of BuildOptions::published whose content is not for the readers of the profile any more.
  std::set<std::string, std::less<>> closed;
  /// The same, but the revision that says so is withheld: an error closes nothing, so they stand.
  std::set<std::string, std::less<>> standing;
  std::vector<Phase> phases;
};

struct BuildOptions {
  Date as_of;
  std::string base_url;
  bool drafts = false;
  bool preview = false;  ///< a site of what nobody has approved yet, and nothing else
  /// What the site shows, and so whom it is for; empty: `internal` (derive/profile). The build is
  /// stopped if there is no such profile.
  std::string profile;
  Strictness strictness = Strictness::withhold;
  /// Addresses that readers of the site have known. Those whose content the profile does not show
  /// any more are closed; empty: none are.
  std::set<std::string, std::less<>> published;
  /// Called once everything is checked and the site is about to be made; may be empty. `view` is of
  /// what the profile shows, `whole` of all that there is.
  std::function<void(const DayView& view, const DayView& whole, const BuildReport& report)>
      before_rendering;
};

/// True if the sources' handbook has a profile of that name; "" is one. True also if handbook.toml
/// cannot be read, which the build itself tells.
bool has_profile(const FileTree& sources, const std::string& profile);

/// Compiles the sources of a handbook into the site of one day: the table of contents of the
/// program. The site is handed to `sink` file by file; if errors stop the build, `sink` gets none.
BuildReport build(const FileTree& sources, const FileTree& theme, const BuildOptions& options,
                  const Isolate& isolate, const SiteSink& sink);

}  // namespace handbok
