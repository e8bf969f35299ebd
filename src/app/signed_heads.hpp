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

/// publish.signature-*: signed steps that were not published before (`last` may be nullptr) and
/// that the ledger contradicts, and those that were and are gone. A published text whose steps were
/// signed anew is judged as if it were new: its decision is. Each statement names the newest entry
/// that its signer knew: the ledger must have it, it must be fresh, and the key must still count,
/// because a head is easily backdated by somebody whose key was taken out. An empty ledger
/// contradicts nothing. Each revision named is to be withheld.
std::vector<Diagnostic> contradicted_signatures(const DayView& view, const Ledger& ledger,
                                                const ReleaseManifest* last);

/// The digest of the statements and signatures of a revision, in the order of its file; empty if no
/// step is signed.
std::string signed_digest(const Revision& revision);

/// True if the ledger has that entry with that digest: "42:sha256:…".
bool has_head(const Ledger& ledger, std::string_view text);

}  // namespace handbok
