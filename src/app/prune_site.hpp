#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/publish_site.hpp"
#include "base/date.hpp"
#include "publish/target_fault.hpp"

namespace handbok {

struct PruneRequest {
  std::string folder;
  Date before;           ///< releases of earlier days are thinned
  std::string decision;  ///< by which: one line without quotation marks and backslashes
  bool is_rehearsal = false;
  Moment now = 0;
};

struct PruneSiteResult {
  TargetAccess access = TargetAccess::open;
  std::optional<TargetFault> fault;  ///< the target is not whole; nothing was removed
  std::vector<int> thinned;          ///< releases that were, or would be
  std::uint64_t freed_bytes = 0;     ///< on the disk, by what was removed
  std::string head;                  ///< of the ledger now
};

/// Thins old releases of a target of this machine (publish/prune.hpp), after everything that was
/// ever published has been verified. Throws IoError.
PruneSiteResult prune_site(const PruneRequest& request);

}  // namespace handbok
