#include "publish/prune.hpp"

#include <algorithm>
#include <utility>

#include "publish/layout.hpp"
#include "publish/release_manifest.hpp"

namespace handbok {
namespace {

std::string status_link(int release) {
  return below(layout::release(release), std::string(layout::build_status));
}

/// Removes what stands below `folder` of the release and is not to stay.
void thin_folder(Disk& disk, const std::string& release, const std::string& folder,
                 const ReleaseManifest& left) {
  for (const auto& name : disk.names_in(folder.empty() ? release : below(release, folder))) {
    const auto path = folder.empty() ? name : below(folder, name);
    const auto inside = left.files.lower_bound(path + "/");
    if (left.files.contains(path) || path == layout::build_status) continue;
    if (inside != left.files.end() && inside->first.starts_with(path + "/")) {
      thin_folder(disk, release, path, left);
    } else {
      disk.remove_tree(below(release, path));
    }
  }
}

/// Takes away what is not to stay, but for the link that says so, and gives what is left.
ReleaseManifest thin(Disk& disk, const LedgerEntry& entry) {
  const auto manifest = parse_manifest(disk.read(layout::manifest(entry.release)));
  if (!manifest) return {};  // the caller has verified that there is one
  auto left = left_of(*manifest, entry.revisions);
  for (const auto& [path, report] : manifest->reports) {
    if (!left.reports.contains(path)) disk.remove(path);
  }
  thin_folder(disk, layout::release(entry.release), "", left);
  return left;
}

bool is_same_month(Date a, Date b) {
  return a.year() == b.year() && a.month() == b.month();
}

}  // namespace

bool is_whole_release(Disk& disk, int release) {
  return disk.status(status_link(release)).has_value();
}

std::vector<int> releases_to_thin(const Ledger& ledger, Date before) {
  std::vector<int> releases;
  const auto published = ledger.published();
  for (std::size_t i = 0; i + 1 < published.size(); ++i) {
    const auto& entry = *published[i];
    const auto day = entry.state.as_of;
    const bool is_last_of_month = !is_same_month(day, published[i + 1]->state.as_of);
    if (day < before && !is_last_of_month && !ledger.is_thinned(entry.release))
      releases.push_back(entry.release);
  }
  return releases;
}

void finish_pruning(Disk& disk, const Ledger& ledger) {
  const auto* const pruned = ledger.last_pruned();
  if (pruned == nullptr) return;
  std::vector<ReleaseManifest> thinned;
  for (const int release : pruned->thinned) {
    if (is_whole_release(disk, release))
      thinned.push_back(thin(disk, *ledger.find_release(release)));
  }
  if (thinned.empty()) return;
  disk.sync_all();  // only then may the links go that say that something remains to be done
  for (const auto& left : thinned) {
    disk.remove(status_link(left.release));
    if (left.files.empty()) disk.remove_tree(layout::release(left.release));
  }
  disk.sync_all();
}

}  // namespace handbok
