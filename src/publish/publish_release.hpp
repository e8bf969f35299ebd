#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/disk.hpp"
#include "publish/ledger.hpp"
#include "publish/release_manifest.hpp"
#include "publish/target_fault.hpp"

namespace handbok {

/// The folder that is published to, as its ledger and the manifest of the last release describe it.
struct Target {
  Ledger ledger;
  std::optional<ReleaseManifest> last;  ///< of the release published last

  const ReleaseManifest* last_or_null() const { return last ? &*last : nullptr; }
};

/// The times of the releases of a ledger, and of one that is being made.
ReleaseTimes times_of(const Ledger& ledger, int new_release = 0, Moment new_time = 0);

/// Appends an entry to the ledger, whole or not at all, and waits until it would survive a power
/// cut. Fills in its number and the digest of the entry before it.
void append_entry(Disk& disk, Ledger& ledger, LedgerEntry entry);

/// Where the link `current` leads, or nothing if there is none.
std::string shown_release(Disk& disk);

/// Makes `current` lead to the release, in one step.
void switch_current(Disk& disk, int release);

/// Writes build-status.json if it does not say what the ledger says, and which run failed since.
void write_build_status(Disk& disk, const Ledger& ledger,
                        const std::optional<FailedAttempt>& failed = {});

/// Publishes a release that lies whole on the disk: prepare, switch, published (reliability.md 3.2,
/// steps 7 to 9).
void publish_release(Disk& disk, Ledger& ledger, LedgerEntry prepare);

/// Records a heartbeat: the site was checked at that time and nothing had changed.
void record_heartbeat(Disk& disk, Ledger& ledger, Moment time, CheckedState state);

/// Records that the releases are thinned, by that decision, and thins them. `decision` is one line
/// without quotation marks and backslashes. Nothing that proofs show is lost: manifests, the
/// ledger, and the pages of each revision as they were first published stay. The target must be
/// whole.
void prune_releases(Disk& disk, Ledger& ledger, Moment now, const std::vector<int>& releases,
                    const std::string& decision);

/// Opens a target for publishing: replays its ledger and repairs what a crash may have left. A
/// prepared release that is already served becomes published; one that is not is abandoned and
/// removed, with `now` as the time of that entry. A fault, and nothing changed, if the folder or
/// the ledger is in a state that no crash leaves.
std::variant<Target, TargetFault> open_target(Disk& disk, Moment now);

}  // namespace handbok
