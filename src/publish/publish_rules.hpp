#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "publish/release_manifest.hpp"
#include "publish/site_facts.hpp"

namespace handbok {

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
