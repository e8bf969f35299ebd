#include "app/prune_site.hpp"

#include "io/lock.hpp"
#include "io/read_tree.hpp"
#include "io/real_disk.hpp"
#include "publish/prune.hpp"
#include "publish/publish_release.hpp"
#include "publish/verify.hpp"

namespace handbok {
namespace {

/// Takes releases away from a target whose lock is held.
void prune(const PruneRequest& request, Disk& disk, PruneSiteResult& result) {
  auto opened = open_target(disk, request.now);
  if (auto* const fault = std::get_if<TargetFault>(&opened)) {
    result.fault = std::move(*fault);
    return;
  }
  // What an old release holds may be the only whole copy of something that is damaged elsewhere.
  auto verification = verify_target(disk, {});
  if (!verification.faults.empty()) {
    result.fault = std::move(verification.faults.front());
    return;
  }
  auto& ledger = std::get<Target>(opened).ledger;
  result.thinned = releases_to_thin(ledger, request.before);
  result.head = ledger.head();
  if (result.thinned.empty() || request.is_rehearsal) return;
  prune_releases(disk, ledger, request.now, result.thinned, request.decision);
  result.head = ledger.head();
}

}  // namespace

PruneSiteResult prune_site(const PruneRequest& request) {
  PruneSiteResult result;
  if (!is_folder(request.folder)) {
    result.access = TargetAccess::missing;
    return result;
  }
  const PublishLock lock(request.folder, LockKind::exclusive);
  if (!lock.is_held()) {
    result.access = TargetAccess::busy;
    return result;
  }
  RealDisk disk(request.folder);
  prune(request, disk, result);
  result.freed_bytes = disk.freed_bytes();
  return result;
}

}  // namespace handbok
