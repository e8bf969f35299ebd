#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/disk.hpp"
#include "publish/ledger.hpp"
#include "publish/release_check.hpp"
#include "publish/release_manifest.hpp"
#include "publish/target_fault.hpp"

namespace handbok {

/// A target as the ledger and the last manifest tell of it.
struct Target {
  Ledger ledger;
  std::optional<ReleaseManifest> last;  ///< of the release published last

  const ReleaseManifest* last_or_null() const { return last ? &*last : nullptr; }
};

/// The times of the releases of a ledger, and of one that is being made.
ReleaseTimes times_of(const Ledger& ledger, int new_release = 0, Moment new_time = 0);

/// Writes an entry behind those that are there, whole or not at all, and makes it safe from a power
/// cut. Its number and the digest of the entry before are filled in.
void append_entry(Disk& disk, Ledger& ledger, LedgerEntry entry);

/// Makes `current` lead to the release, in one step.
void switch_current(Disk& disk, int release);

/// Writes build-status.json if it does not say what the ledger says.
void write_build_status(Disk& disk, const Ledger& ledger);

/// Publishes a release that lies whole on the disk: prepare, switch, published (reliability.md 3.2,
/// steps 7 to 9).
void publish_release(Disk& disk, Ledger& ledger, LedgerEntry prepare);

/// Records that all was well at that time and nothing had changed.
void record_heartbeat(Disk& disk, Ledger& ledger, Moment time, CheckedState state);

/// Opens a target for publishing: replays its ledger and heals what a crash has left. A prepared
/// release that is served already is declared published; one that is not is abandoned and removed.
/// `now` is the time of the entry that says so. A fault if the ledger or the folder is not what a
/// crash can leave; then nothing was changed.
std::variant<Target, TargetFault> open_target(Disk& disk, Moment now);

}  // namespace handbok
