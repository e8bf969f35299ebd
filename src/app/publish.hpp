#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/build.hpp"
#include "base/disk.hpp"
#include "io/place.hpp"
#include "publish/ledger.hpp"
#include "publish/release_writer.hpp"
#include "publish/target_fault.hpp"

namespace handbok {

enum class PublishOutcome : std::uint8_t {
  published,
  unchanged,     ///< the site that is served is the one that would be published: a heartbeat
  stopped,       ///< by diagnostics; what was served is served
  target_fault,  ///< the target is not as its ledger says; nothing was changed that readers see
  clock_behind,  ///< the clock is more than a day behind the ledger
  no_space,
  other_profile  ///< the folder's ledger is of another profile's site
};

/// The free space that publishing asks for when the last release, or the sources of the first, have
/// that many bytes: twice as much and a reserve, since a nearly full file system is slow and others
/// write to it too.
std::uint64_t bytes_to_publish(std::size_t release_bytes);

/// The outcome as monitors read it: "published".
std::string_view name_of(PublishOutcome outcome);

struct PublishRequest {
  const FileTree& sources;
  const FileTree& theme;
  BuildOptions options;
  const Isolate& isolate;
  Moment now = 0;
  Language language = Language::swedish;  ///< of the report
  bool changes_profile = false;           ///< the folder may be for another profile from now on
  SourceOrigin origin{};                  ///< of the sources
};

struct PublishResult {
  PublishOutcome outcome = PublishOutcome::stopped;
  BuildReport report;  ///< of the build; without diagnostics if nothing had to be built
  std::optional<TargetFault> fault;
  std::uint64_t bytes_needed = 0;  ///< for no_space
  int release = 0;                 ///< that is served now
  std::string head;                ///< of the ledger now
  int entries = 0;                 ///< of the ledger now
  Moment checked = 0;              ///< when the site that is served was last found right
  std::string profile;             ///< that the folder is for, for other_profile
  CheckedState state;
  ReleaseCounts counts;
};

/// Publishes the handbook to a target whose ledger is of the same profile or names none: repairs
/// the target, builds, compares with the last release, writes the new one, reads it back and
/// switches to it (design 7, reliability.md 3.2). The caller must hold the target's lock. Throws
/// what the disk throws; readers then still have the old or the new site whole.
PublishResult publish(const PublishRequest& request, Disk& disk);

}  // namespace handbok
