#include "publish/publish_release.hpp"

#include <algorithm>
#include <cassert>

#include "publish/build_status.hpp"
#include "publish/layout.hpp"

namespace handbok {

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

void switch_current(Disk& disk, int release) {
  const std::string unfinished(layout::new_current);
  disk.remove(unfinished);
  disk.symbolic_link(layout::release(release), unfinished);
  disk.rename(unfinished, std::string(layout::current));
  disk.sync("");
}

void write_build_status(Disk& disk, const Ledger& ledger) {
  if (ledger.last_published() == nullptr) return;
  const std::string path(layout::build_status);
  const auto text = build_status(ledger);
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

}  // namespace handbok
