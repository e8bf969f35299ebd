#include "app/publish_site.hpp"

#include "io/clock.hpp"
#include "io/lock.hpp"
#include "io/real_disk.hpp"

namespace handbok {

PublishSiteResult publish_site(const PublishRequest& request, const std::string& folder,
                               FileSystemDemand demand) {
  PublishSiteResult result;
  make_folders(folder);
  const auto verdict = judge_file_system(folder);
  if (demand == FileSystemDemand::fit && !verdict.is_fit) {
    result.access = TargetAccess::unfit_file_system;
    result.file_system = verdict.name;
    return result;
  }
  const PublishLock lock(folder, LockKind::exclusive);
  if (!lock.is_held()) {
    result.access = TargetAccess::busy;
    return result;
  }
  RealDisk disk(folder);
  result.result = publish(request, disk);
  return result;
}

Moment current_moment() {
  return unix_seconds_now();
}

}  // namespace handbok
