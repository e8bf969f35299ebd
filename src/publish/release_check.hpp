#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "publish/ledger.hpp"
#include "publish/release_manifest.hpp"
#include "publish/target_fault.hpp"

namespace handbok {

/// The time of a release, by its number.
using ReleaseTimes = std::function<Moment(int release)>;

/// The permission bits of everything that is published.
inline constexpr unsigned file_mode = 0644;
inline constexpr unsigned folder_mode = 0755;

/// Compares what lies on a disk with manifests. A file that has several names is read once.
class ReleaseCheck {
public:
  ReleaseCheck(Disk& disk, ReleaseTimes times) : disk_(disk), times_(std::move(times)) {}

  /// Everything that is wrong with the release that lies in `folder`: each file of the manifest,
  /// its bytes, time and permissions, and anything that should not be there.
  std::vector<TargetFault> faults_of_release(const std::string& folder,
                                             const ReleaseManifest& manifest);

  /// What is wrong with a set of files: keys are paths below `folder`; an empty folder means the
  /// target itself. Files that should not be there are not looked for.
  std::vector<TargetFault> faults_of_files(const std::string& folder,
                                           const ReleaseManifest::Files& files);

  /// True if the file at `path` is exactly that one.
  bool is_intact(const std::string& path, const ReleaseFile& file);

  std::size_t files_seen() const { return files_seen_; }
  std::uint64_t bytes_read() const { return bytes_read_; }

private:
  const std::string& digest_of(const std::string& path, const FileStatus& status);
  std::optional<TargetFaultKind> problem_of(const std::string& path, const ReleaseFile& file);
  void find_unknown(const std::string& folder, const std::string& below,
                    const ReleaseManifest& manifest, std::vector<TargetFault>& faults);

  Disk& disk_;
  ReleaseTimes times_;
  std::map<std::uint64_t, std::string> digests_;  ///< by identity
  std::size_t files_seen_ = 0;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace handbok
