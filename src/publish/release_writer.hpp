#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "publish/release_manifest.hpp"
#include "publish/target_fault.hpp"
#include "site/site.hpp"

namespace handbok {

/// How many files of a release were written, and how many stand as they were.
struct ReleaseCounts {
  std::size_t written = 0;
  std::size_t linked = 0;
  std::size_t kept = 0;  ///< those of `linked` that belong to withheld revisions
};

/// Writes a release into releases/.tmp-N, file by file: a file that the last release has too
/// becomes a hard link, any other is written. Readers see none of it before the switch. The
/// destructor removes everything unless the release was completed.
class ReleaseWriter {
public:
  /// `last` is the release before, or nullptr; it and `check` must outlive the writer.
  ReleaseWriter(Disk& disk, ReleaseCheck& check, const ReleaseManifest* last, int number,
                ReleaseTimes times);
  ReleaseWriter(const ReleaseWriter&) = delete;
  ReleaseWriter& operator=(const ReleaseWriter&) = delete;
  ~ReleaseWriter();

  /// Takes over from the last release, unchanged, every address that begins with one of the
  /// prefixes, except closed ones.
  void keep(std::vector<std::string> prefixes, std::set<std::string, std::less<>> closed) {
    kept_ = std::move(prefixes);
    manifest_.closed = std::move(closed);
  }

  /// Takes a file of the new site.
  void add(const SiteFile& file);

  /// Links the addresses given to keep() and the assets of earlier releases. A fault if the last
  /// release is damaged there.
  std::optional<TargetFault> add_what_stands();

  /// Adds a report about the release; it lies beside the releases, not in them.
  void add_report(const std::string& path, std::string_view bytes);

  /// What the release holds so far.
  ReleaseManifest& manifest() { return manifest_; }
  const ReleaseManifest& manifest() const { return manifest_; }
  const ReleaseCounts& counts() const { return counts_; }

  /// The digest of the manifest's text, once the release is complete.
  const std::string& manifest_digest() const { return manifest_digest_; }

  /// Writes the manifest, waits until everything would survive a power cut, gives the release its
  /// name and reads it back. A fault if the disk returns something else than it was given.
  std::optional<TargetFault> complete();

private:
  bool is_kept(std::string_view path) const;
  void make_folders(const std::string& path);
  std::string in_release(const std::string& path) const { return folder_ + "/" + path; }
  std::string in_last(const std::string& path) const;
  void write(const std::string& path, std::string_view bytes, Moment modified);
  void put_asset(const SiteFile& file);
  bool link_from_last(const std::string& path, const ReleaseFile& file);

  Disk& disk_;
  ReleaseCheck& check_;
  const ReleaseManifest* last_;
  ReleaseTimes times_;
  std::string folder_;
  std::vector<std::string> kept_;
  ReleaseManifest manifest_;
  ReleaseCounts counts_;
  std::set<std::string> folders_;
  std::vector<std::string> written_;  ///< below the target, this time
  std::string manifest_digest_;
  bool is_complete_ = false;
};

}  // namespace handbok
