#pragma once

#include <vector>

#include "base/date.hpp"
#include "base/disk.hpp"
#include "publish/ledger.hpp"

namespace handbok {

/// The releases that may be thinned, rising: made for an earlier day, and neither the one that is
/// served nor the last of its calendar month, which stay whole (decision 0060).
std::vector<int> releases_to_thin(const Ledger& ledger, Date before);

/// Removes what the newest pruned entry says is gone and a crash has left.
void finish_pruning(Disk& disk, const Ledger& ledger);

/// True if the release has not been thinned on the disk: its link to the status goes last.
bool is_whole_release(Disk& disk, int release);

}  // namespace handbok
