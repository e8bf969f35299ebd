#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "derive/day_view.hpp"
#include "diag/diagnostic.hpp"
#include "publish/ledger.hpp"
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

}  // namespace handbok
