#pragma once

#include <string>

#include "publish/ledger.hpp"

namespace handbok {

/// How many hours the site may go without being checked before readers are warned (build.stale).
inline constexpr int hours_until_stale = 36;

/// The text of build-status.json: what the ledger says of the site that is served. It lies beside
/// the releases, so that pages can be told how old they are without a clock in any of them. The
/// ledger must have a published release.
std::string build_status(const Ledger& ledger);

/// True if the site was last checked more than 36 hours before `now`.
bool is_stale(const Ledger& ledger, Moment now);

}  // namespace handbok
