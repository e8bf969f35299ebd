#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "publish/release_check.hpp"
#include "publish/release_manifest.hpp"
#include "publish/target_fault.hpp"
#include "site/site.hpp"

namespace handbok {

/// How many files of a release were written, and how many stand as they were.
struct ReleaseCounts {
  std::size_t written = 0;
  std::size_t linked = 0;
  std::size_t kept = 0;  ///< of `linked`: of withheld revisions
};

/// Writes a release into releases/.tmp-N, file by file: what the last release has is linked, what
/// it lacks is written. Nothing that readers see is touched. Unless the release is completed, the
/// destructor removes what was written.
class ReleaseWriter {
public:
  /// `last` is the release before, or nullptr; it and `check` must outlive the writer.
  ReleaseWriter(Disk& disk, ReleaseCheck& check, const ReleaseManifest* last, int number,
                ReleaseTimes times);
  ReleaseWriter(const ReleaseWriter&) = delete;
  ReleaseWriter& operator=(const ReleaseWriter&) = delete;
  ~ReleaseWriter();

  /// The addresses that stand as they are in the last release, whatever is added: all that begin
  /// with one of these, without those that are closed.
  void keep(std::vector<std::string> prefixes, std::set<std::string, std::less<>> closed) {
    kept_ = std::move(prefixes);
    manifest_.closed = std::move(closed);
  }

  /// Takes a file of the new site.
  void add(const SiteFile& file);

  /// Takes what stands as it was: kept addresses and the assets of earlier releases. A fault if the
  /// last release is damaged there.
  std::optional<TargetFault> add_what_stands();

  /// Adds a report about the release; it lies beside the releases, not in them.
  void add_report(const std::string& path, std::string_view bytes);

  /// What the release holds so far.
  ReleaseManifest& manifest() { return manifest_; }
  const ReleaseManifest& manifest() const { return manifest_; }
  const ReleaseCounts& counts() const { return counts_; }

  /// The digest of the manifest's text, once the release is complete.
  const std::string& manifest_digest() const { return manifest_digest_; }

  /// Writes the manifest, waits until all is safe from a power cut, gives the release its name and
  /// reads it back. A fault if the disk has not kept what it was given.
  std::optional<TargetFault> complete();

private:
  bool is_kept(std::string_view path) const;
  void make_folders(const std::string& path);
  std::string in_release(const std::string& path) const { return folder_ + "/" + path; }
  std::string in_last(const std::string& path) const;
  void write(const std::string& path, std::string_view bytes, Moment modified);
  void put_asset(const SiteFile& file);
  bool link_from_last(const std::string& path, const ReleaseFile& file);
  void sync_everything();

  Disk& disk_;
  ReleaseCheck& check_;
  const ReleaseManifest* last_;
  ReleaseTimes times_;
  std::string folder_;
  std::vector<std::string> kept_;
  ReleaseManifest manifest_;
  ReleaseCounts counts_;
  std::set<std::string> folders_;
  std::vector<std::string> written_;  ///< files that must reach the disk
  std::string manifest_digest_;
  bool is_complete_ = false;
};

}  // namespace handbok
