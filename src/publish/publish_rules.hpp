#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "publish/release_manifest.hpp"

namespace handbok {

/// A file that readers of the site get exactly as it lies in the sources.
struct OriginalFile {
  std::string address;
  std::string digest;  ///< "sha256:…"
};

/// A revision that the site shows, as the handbook knows it.
struct RevisionFacts {
  RevisionKey key;
  std::string title;
  std::string owner;
  std::string digest;   ///< that it was approved with
  std::string address;  ///< its permanent page
  std::vector<OriginalFile> originals;
  std::string signed_steps{};  ///< digest of what was signed, with the signatures; empty: nothing
};

/// A text that must not reach readers, with a sample of it that stands in no approved text.
struct UnapprovedText {
  RevisionKey key;
  std::string address;  ///< where its page would lie
  std::string sample;   ///< empty: too short to be recognised
};

/// A revision that is not for the readers of this site, with samples of its title and text that
/// stand nowhere else.
struct HiddenText {
  RevisionKey key;
  std::vector<std::string> samples;
};

/// A revision that an error withholds. Its addresses keep what was last published there: every path
/// that begins with one of `kept`.
struct WithheldRevision {
  RevisionKey key;
  std::vector<std::string> kept;
};

/// What the handbook says about the site that is to be published. publish/ knows no model; app/
/// fills this in.
struct SiteFacts {
  Date as_of;
  int documents_in_force = 0;
  std::map<std::string, RevisionFacts, std::less<>> revisions;  ///< by "RUT-001@3"
  std::vector<UnapprovedText> unapproved;
  std::vector<HiddenText> hidden;
  std::vector<WithheldRevision> withheld;
};

/// "RUT-001@3".
std::string to_text(const RevisionKey& key);

// The rules that compare a site with what was published before it (design 2.3). Each gives the
// diagnostics of one code.

/// publish.not-original, asked before the site is rendered: revisions that were published with
/// another digest. The caller withholds each of them; `last` may be nullptr.
std::vector<Diagnostic> rewritten_revisions(const ReleaseManifest* last, const SiteFacts& facts);

/// publish.archive-missing: revisions of the last release that the new one lacks.
std::vector<Diagnostic> missing_revisions(const ReleaseManifest& last, const ReleaseManifest& next);

/// publish.url-changed: addresses of the last release that the new one lacks and has not closed.
/// The pages of missing revisions are left out; missing_revisions tells of those.
std::vector<Diagnostic> missing_addresses(const ReleaseManifest& last, const ReleaseManifest& next);

/// publish.closed: revisions of the last release whose page is closed in the new one, and other
/// closed addresses beside them. A note, because closing follows from a decision.
std::vector<Diagnostic> closed_addresses(const ReleaseManifest& last, const ReleaseManifest& next);

/// publish.not-original: files of the new release that are not those of the approved revisions.
/// Files that were kept from the last release are not judged by today's sources.
std::vector<Diagnostic> altered_originals(const ReleaseManifest& next, const SiteFacts& facts);

/// publish.hidden: the file of the site has text of a revision that is for fewer than its readers.
std::optional<Diagnostic> hidden_text(std::string_view path, std::string_view bytes,
                                      const SiteFacts& facts);

/// publish.unapproved: the file of the site has text that nobody has approved.
std::optional<Diagnostic> unapproved_text(std::string_view path, std::string_view bytes,
                                          const SiteFacts& facts);

}  // namespace handbok
