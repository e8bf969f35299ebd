#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "io/clock.hpp"
#include "model/known_law.hpp"

namespace handbok {

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
  std::vector<Phase> phases;
};

/// What a build into a folder did there.
struct WriteCounts {
  std::size_t written = 0;
  std::size_t unchanged = 0;
};

struct BuildSiteResult {
  BuildReport report;
  WriteCounts files;
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
  LawPack law;  ///< what is known of law beside the handbook's register
  /// Addresses that readers of the site have known. Those whose content the profile does not show
  /// any more are closed; empty: none are.
  std::set<std::string, std::less<>> published;
  /// What lies at an address of the site that is made anew. Without it no Word documents are made
  /// for it: they take long, and only what changed is to be made again.
  std::function<std::optional<std::string>(const std::string& path)> published_file{};
  /// Lets go of the source file at `path`, which nothing more is made of.
  std::function<void(const std::string& path)> forget{};
  /// The same as `published_file` from any thread, for pages that the cache knows to be as they
  /// were.
  std::function<std::optional<std::string>(const std::string& path)> earlier_page{};
};

/// True if a process was lost over something: tried again it may succeed, although nothing changed.
bool has_lost_work(const std::vector<Diagnostic>& diagnostics);

/// Measures the phases of a build, one after the other.
class Stopwatch {
public:
  void end_phase(const char* name) {
    const auto now = milliseconds_now();
    phases_.push_back({name, now - last_});
    last_ = now;
  }
  const std::vector<Phase>& phases() const { return phases_; }

private:
  std::int64_t last_ = milliseconds_now();
  std::vector<Phase> phases_;
};

}  // namespace handbok
