// Publishes a release and repairs a target. A crash leaves only three things: names that begin with
// ".tmp-", a release that no entry names, and an entry that prepares a release and is the last.
// Whatever else is found is not our doing, so publishing stops.
#include "publish/publish_release.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>
#include <vector>

#include "base/sha256.hpp"
#include "publish/layout.hpp"
#include "publish/ledger.hpp"
#include "publish/prune.hpp"

namespace handbok {
namespace {

using Fault = std::optional<TargetFault>;

constexpr auto known_names = std::to_array<std::string_view>(
    {layout::current, layout::new_current, layout::ledger, layout::releases, layout::manifests,
     layout::reports, layout::assets, layout::lock, layout::build_status,
     layout::new_build_status});

/// The number that a name of releases/, manifests/ or reports/ begins with; 0 if it has none.
int number_of(std::string_view name) {
  constexpr std::size_t digits_max = 9;  // more would not fit in an int
  int number = 0;
  for (std::size_t i = 0; i < name.size() && i < digits_max; ++i) {
    if (name[i] < '0' || name[i] > '9') break;
    number = number * 10 + (name[i] - '0');
  }
  return number;
}

std::variant<ReleaseManifest, TargetFault> read_manifest(Disk& disk, const LedgerEntry& release) {
  const auto path = layout::manifest(release.release);
  if (!disk.status(path)) return TargetFault{TargetFaultKind::manifest_missing, path};
  const auto text = disk.read(path);
  if (digest_name(text) != release.manifest)
    return TargetFault{TargetFaultKind::manifest_changed, path};
  auto manifest = parse_manifest(text);
  if (!manifest) return TargetFault{TargetFaultKind::manifest_malformed, path};
  return *std::move(manifest);
}

class TargetRecovery {
public:
  TargetRecovery(Disk& disk, Ledger ledger, Moment now) : disk_(disk), now_(now) {
    target_.ledger = std::move(ledger);
  }

  std::variant<Target, TargetFault> open() {
    if (auto fault = find_foreign()) return *std::move(fault);
    remove_unfinished();
    if (auto fault = settle_unfinished_release()) return *std::move(fault);
    remove_leftovers();
    if (auto fault = read_last()) return *std::move(fault);
    remove_unused_assets();
    finish_pruning(disk_, target_.ledger);
    restore_current();
    write_build_status(disk_, target_.ledger);
    return std::move(target_);
  }

private:
  int size() const { return static_cast<int>(target_.ledger.entries().size()); }

  /// Something that no crash leaves: a folder of somebody's own, or releases that the ledger does
  /// not know because its end was removed.
  Fault find_foreign() const {
    for (const auto& name : disk_.names_in("")) {
      if (std::ranges::find(known_names, name) == known_names.end())
        return TargetFault{TargetFaultKind::file_unknown, name};
    }
    const bool is_new = target_.ledger.is_empty();
    if (is_new && disk_.status(std::string(layout::current)))
      return TargetFault{TargetFaultKind::ledger_entry_missing, layout::ledger_entry(1)};
    for (const auto folder : {layout::releases, layout::manifests, layout::reports}) {
      for (const auto& name : disk_.names_in(std::string(folder))) {
        if (number_of(name) > size() + 1) {
          return TargetFault{TargetFaultKind::ledger_entry_missing,
                             layout::ledger_entry(size() + 1)};
        }
      }
    }
    return std::nullopt;
  }

  void remove_unfinished() {
    for (const auto folder : {layout::ledger, layout::releases, layout::assets}) {
      for (const auto& name : disk_.names_in(std::string(folder))) {
        if (name.starts_with(layout::unfinished)) disk_.remove_tree(below(folder, name));
      }
    }
    disk_.remove(std::string(layout::new_current));
    disk_.remove(std::string(layout::new_build_status));
  }

  Fault settle_unfinished_release() {
    const auto* const open = target_.ledger.unfinished();
    if (open == nullptr) return std::nullopt;
    const auto release = open->release;
    LedgerEntry end;
    end.release = release;
    end.time = std::max(now_, open->time);
    if (shown_release(disk_) == layout::release(release) && is_whole(*open)) {
      disk_.sync("");  // the switch may not have reached the disk yet
      end.type = EntryType::published;
      append_entry(disk_, target_.ledger, end);
      return std::nullopt;
    }
    end.type = EntryType::abandoned;
    if (const auto* const before = target_.ledger.last_published()) {
      switch_current(disk_, before->release);
    } else {
      disk_.remove(std::string(layout::current));
    }
    append_entry(disk_, target_.ledger, end);
    remove_release(release);
    return std::nullopt;
  }

  bool is_whole(const LedgerEntry& release) {
    const auto read = read_manifest(disk_, release);
    const auto* const manifest = std::get_if<ReleaseManifest>(&read);
    if (manifest == nullptr) return false;
    ReleaseCheck check(disk_, times_of(target_.ledger));
    return check.faults_of_release(layout::release(release.release), *manifest).empty();
  }

  void remove_release(int release) {
    disk_.remove_tree(layout::release(release));
    disk_.remove(layout::manifest(release));
    for (const auto& name : disk_.names_in(std::string(layout::reports))) {
      if (number_of(name) == release) disk_.remove(below(layout::reports, name));
    }
  }

  /// What was written for the next release, or for an abandoned one, and what was being removed.
  void remove_leftovers() {
    remove_release(size() + 1);
    for (const auto& entry : target_.ledger.entries()) {
      if (entry.type == EntryType::abandoned) remove_release(entry.release);
    }
  }

  Fault read_last() {
    const auto* const release = target_.ledger.last_published();
    if (release == nullptr) return std::nullopt;
    auto read = read_manifest(disk_, *release);
    if (auto* const fault = std::get_if<TargetFault>(&read)) return std::move(*fault);
    target_.last = std::get<ReleaseManifest>(std::move(read));
    return std::nullopt;
  }

  /// Assets that were written for a release that never came to be.
  void remove_unused_assets() {
    for (const auto& name : disk_.names_in(std::string(layout::assets))) {
      const auto path = below(layout::assets, name);
      if (!target_.last || !target_.last->assets.contains(path)) disk_.remove_tree(path);
    }
  }

  void restore_current() {
    if (!target_.last) return;
    const auto release = target_.last->release;
    if (shown_release(disk_) != layout::release(release)) switch_current(disk_, release);
  }

  Disk& disk_;
  Moment now_;
  Target target_;
};

}  // namespace

ReleaseTimes times_of(const Ledger& ledger, int new_release, Moment new_time) {
  return [&ledger, new_release, new_time](int release) {
    const auto* const entry = ledger.find_release(release);
    if (entry != nullptr) return entry->time;
    return release == new_release ? new_time : Moment{0};
  };
}

void append_entry(Disk& disk, Ledger& ledger, LedgerEntry entry) {
  const auto last = static_cast<int>(ledger.entries().size());
  entry.number = last + 1;
  entry.previous = ledger.digest_of(last);
  const auto bytes = write_entry(entry);
  const auto path = layout::ledger_entry(entry.number);
  const auto unfinished =
      std::string(layout::ledger).append("/").append(layout::unfinished).append("entry");
  disk.make_folder(std::string(layout::ledger));
  disk.write_new(unfinished, bytes, entry.time);
  disk.sync(unfinished);
  disk.hard_link(unfinished, path);  // fails if the entry exists: the ledger only grows
  disk.remove(unfinished);
  disk.sync(std::string(layout::ledger));
  [[maybe_unused]] const auto fault = ledger.append(path, bytes);
  assert(!fault && "what is appended follows on what is there");
}

std::string shown_release(Disk& disk) {
  const std::string path(layout::current);
  const auto status = disk.status(path);
  return status && status->kind == FileKind::link ? disk.link_target(path) : std::string{};
}

void switch_current(Disk& disk, int release) {
  const std::string unfinished(layout::new_current);
  disk.remove(unfinished);
  disk.symbolic_link(layout::release(release), unfinished);
  disk.rename(unfinished, std::string(layout::current));
  disk.sync("");
}

void write_build_status(Disk& disk, const Ledger& ledger,
                        const std::optional<FailedAttempt>& failed) {
  if (ledger.last_published() == nullptr) return;
  const std::string path(layout::build_status);
  const auto text = build_status(ledger, failed);
  if (disk.status(path) && disk.read(path) == text) return;
  const std::string unfinished(layout::new_build_status);
  disk.remove(unfinished);
  disk.write_new(unfinished, text, ledger.entries().back().time);
  disk.sync(unfinished);
  disk.rename(unfinished, path);
  disk.sync("");
}

void publish_release(Disk& disk, Ledger& ledger, LedgerEntry prepare) {
  const auto time = prepare.time;
  const auto release = prepare.release;
  append_entry(disk, ledger, std::move(prepare));
  switch_current(disk, release);
  LedgerEntry published;
  published.type = EntryType::published;
  published.time = time;
  published.release = release;
  append_entry(disk, ledger, std::move(published));
  write_build_status(disk, ledger);
}

void record_heartbeat(Disk& disk, Ledger& ledger, Moment time, CheckedState state) {
  LedgerEntry heartbeat;
  heartbeat.type = EntryType::heartbeat;
  heartbeat.time = time;
  heartbeat.release = ledger.last_published()->release;
  heartbeat.state = std::move(state);
  append_entry(disk, ledger, std::move(heartbeat));
  write_build_status(disk, ledger);
}

void prune_releases(Disk& disk, Ledger& ledger, Moment now, const std::vector<int>& releases,
                    const std::string& decision) {
  LedgerEntry entry;
  entry.type = EntryType::pruned;
  entry.time = std::max(now, ledger.entries().back().time);
  entry.release = ledger.last_published()->release;
  entry.decision = decision;
  entry.thinned = releases;
  append_entry(disk, ledger, std::move(entry));
  write_build_status(disk, ledger);
  finish_pruning(disk, ledger);
}

std::variant<Target, TargetFault> open_target(Disk& disk, Moment now) {
  auto replayed = replay_ledger(disk);
  if (auto* const fault = std::get_if<TargetFault>(&replayed)) return std::move(*fault);
  return TargetRecovery(disk, std::get<Ledger>(std::move(replayed)), now).open();
}

}  // namespace handbok
