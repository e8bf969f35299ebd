#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_tree.hpp"
#include "derive/day_view.hpp"
#include "diag/diagnostic.hpp"
#include "publish/ledger.hpp"
#include "publish/publish_rules.hpp"
#include "publish/release_manifest.hpp"

namespace handbok {

/// How many entries old a head may be when what was signed on it is published (reliability G7).
inline constexpr int signed_entries_max = 20;

/// publish.signature-*: signed steps that are published for the first time (`last` may be nullptr)
/// and that the ledger contradicts, and steps that were published and are gone. A published text
/// whose steps were signed again is treated as new, because its decision is. Each statement names
/// the newest ledger entry that its signer knew. The ledger must have that entry, it must be
/// recent, and the key must still be valid now: somebody whose key was revoked could name an old
/// entry. An empty ledger contradicts nothing. Each revision named is to be withheld.
std::vector<Diagnostic> contradicted_signatures(const DayView& view, const Ledger& ledger,
                                                const ReleaseManifest* last);

/// The digest of the statements and signatures of a revision, in the order of its file; empty if no
/// step is signed.
std::string signed_digest(const Revision& revision);

/// True if the ledger has that entry with that digest: "42:sha256:…".
bool has_head(const Ledger& ledger, std::string_view text);

/// What publish/ must know of the handbook on the day: the revisions that its site shows and what
/// is withheld of it.
SiteFacts site_facts(const DayView& view, const std::set<RevisionKey>& withheld);

/// The revisions that nobody has approved, each with what can be looked for on the pages of a site
/// that must not have it: a stretch of its text that stands in no other source.
std::vector<UnapprovedText> unapproved_texts(const DayView& view, const FileTree& sources);

/// The revisions for few (AudienceScope::restricted) that the whole handbook has and `view` has
/// not, each with what can be looked for on the pages of a site that must not have it: a stretch of
/// its text and one of its title that stand in no source of anything else; the title's not in the
/// words of the interface either.
std::vector<HiddenText> hidden_texts(const DayView& view, const DayView& whole,
                                     const FileTree& sources, const FileTree& theme);

}  // namespace handbok
