#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/disk.hpp"
#include "publish/ledger.hpp"
#include "publish/target_fault.hpp"

namespace handbok {

/// What a release holds at one path. `since` is the release in which the bytes last changed: its
/// time is the file's time of modification, so that a web server never says "not modified" of bytes
/// that were (reliability.md 3.4).
struct ReleaseFile {
  std::string digest;  ///< "sha256:…"
  std::size_t size = 0;
  int since = 0;
  friend bool operator==(const ReleaseFile&, const ReleaseFile&) = default;
};

/// A revision that a release shows: the digest that it was approved with, and its permanent page.
struct ReleaseRevision {
  std::string digest;
  std::string address;
  friend bool operator==(const ReleaseRevision&, const ReleaseRevision&) = default;
};

/// Everything that a release consists of, byte for byte. The ledger names its digest.
struct ReleaseManifest {
  using Files = std::map<std::string, ReleaseFile, std::less<>>;

  int release = 0;
  Date as_of;
  std::map<std::string, ReleaseRevision, std::less<>> revisions;  ///< by "RUT-001@3"
  /// For each revision with signed steps, the digest of their statements and signatures. Without it
  /// somebody could replace a signature under a published text and nothing would show.
  std::map<std::string, std::string, std::less<>> signed_steps;
  Files files;    ///< of the site, by path; without assets
  Files assets;   ///< of the site, "assets/…"; those of earlier releases too
  Files reports;  ///< about the release, below the target: "reports/000042.html"
  /// Closed addresses: they were published once, and what they showed is no longer for the readers
  /// of this site. A closed page is replaced by one that says so; other closed files are gone.
  std::set<std::string, std::less<>> closed;

  /// How many bytes the site is.
  std::size_t site_bytes() const;
};

/// The manifest's text, which `sha256sum` and a pair of eyes can check.
std::string write_manifest(const ReleaseManifest& manifest);

/// Reads a manifest; no value unless write_manifest would write exactly these bytes.
std::optional<ReleaseManifest> parse_manifest(std::string_view text);

/// True if an address of an earlier release still answers in this one: with a file, or with the
/// page that says that it was closed. Files of an edition (site/site.hpp) need not: nobody links to
/// them.
bool has_address(const ReleaseManifest& manifest, std::string_view path);

/// True for the feed of a page, such as what a role is to do. It lives as long as its page: where
/// that leads somewhere else, no program that follows the feed could be led there.
bool is_feed_of_page(const ReleaseManifest& manifest, std::string_view path);

/// True if both releases would look the same to every reader.
bool is_same_site(const ReleaseManifest& a, const ReleaseManifest& b);

/// What stays of a release that is thinned: the pages and files of the revisions that it published
/// first, which proofs show, and its report as text. The manifest itself stays whole.
ReleaseManifest left_of(const ReleaseManifest& manifest, const std::vector<std::string>& revisions);

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

  /// The same for a release of which only those files stay, without assets and the link to the
  /// status. There may be no `folder` if there are none.
  std::vector<TargetFault> faults_of_rest(const std::string& folder, const ReleaseManifest& left);

  /// What is wrong with a set of files: keys are paths below `folder`; an empty folder means the
  /// target itself. Files that should not be there are not looked for.
  std::vector<TargetFault> faults_of_files(const std::string& folder,
                                           const ReleaseManifest::Files& files);

  /// True if the file at `path` is exactly that one.
  bool is_intact(const std::string& path, const ReleaseFile& file);

  /// From now on a file whose time alone is wrong is given the right one: a copy had lost it.
  void mend_times() { mends_times_ = true; }

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
  bool mends_times_ = false;
  std::size_t files_seen_ = 0;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace handbok
