// Thinning old releases: what proves stays, what is left is still verified, and whatever stops it,
// the next run goes on with it.
#include <catch2/catch.hpp>

#include "publish/layout.hpp"
#include "publish/prune.hpp"
#include "publish/publish_release.hpp"
#include "publish/verify.hpp"
#include "support/small_publication.hpp"

namespace handbok::test {
namespace {

constexpr Moment day_seconds = 86'400;
constexpr int first_day = 20'500;  // 2026-02-16

Date day_of(int number) {
  return Date::from_days(first_day + number);
}

/// A release for each of the days.
std::unique_ptr<MemoryDisk> target_of(int days) {
  auto disk = std::make_unique<MemoryDisk>();
  for (int i = 0; i < days; ++i)
    publish_small(*disk, small_site(std::to_string(i)), (first_day + i) * day_seconds);
  return disk;
}

Ledger ledger_of(Disk& disk) {
  return std::get<Ledger>(replay_ledger(disk));
}

void prune_before(Disk& disk, int day, int now) {
  auto ledger = std::get<Target>(open_target(disk, (first_day + now) * day_seconds)).ledger;
  const auto releases = releases_to_thin(ledger, day_of(day));
  if (!releases.empty())
    prune_releases(disk, ledger, (first_day + now) * day_seconds, releases, "Beslut 12");
}

void check_whole(Disk& disk) {
  for (const auto& fault : verify_target(disk, {}).faults)
    FAIL_CHECK(fault_text(fault, Language::english));
}

}  // namespace

TEST_CASE("early releases are thinned but the last of a month and the one that is served",
          "[publish][prune]") {
  const auto disk = target_of(40);  // to 2026-03-27; the last of February is day 12
  const auto ledger = ledger_of(*disk);
  const auto thinned = releases_to_thin(ledger, day_of(20));
  CHECK(thinned.size() == 19);
  for (const int release : thinned)
    CHECK(ledger.find_release(release)->state.as_of != *Date::parse("2026-02-28"));
  CHECK(releases_to_thin(ledger, day_of(0)).empty());
  CHECK(releases_to_thin(ledger, day_of(1000)).size() == 38);
}

TEST_CASE("what proves stays, and what is left is verified", "[publish][prune]") {
  const auto disk = target_of(15);
  const auto before = disk->all_files().size();
  prune_before(*disk, 10, 15);
  check_whole(*disk);
  CHECK(disk->all_files().size() < before - 30);
  const auto ledger = ledger_of(*disk);
  CHECK(ledger.entries().back().decision == "Beslut 12");
  for (const auto* const release : ledger.published())
    CHECK(disk->status(layout::manifest(release->release)));
  CHECK(disk->status("releases/000001/dokument/RUT-001/1.html"));
  CHECK(disk->status("releases/000001/dokument/RUT-001/1/blankett.pdf"));
  CHECK_FALSE(disk->status("releases/000001/index.html"));
  CHECK_FALSE(disk->status("releases/000003"));
  CHECK(disk->status("reports/000003.txt"));
  CHECK(served_site(*disk).contains("index.html"));

  disk->change_bytes("releases/000001/dokument/RUT-001/1.html", "<p>something else!</p>\n");
  CHECK(verify_target(*disk, {}).faults.front().kind == TargetFaultKind::file_changed);
}

TEST_CASE("a file that comes back to a thinned release is found", "[publish][prune]") {
  const auto disk = target_of(15);
  prune_before(*disk, 10, 15);
  disk->make_folder("releases/000003");
  disk->put("releases/000003/index.html", "<p>edition 1</p>\n");
  CHECK(verify_target(*disk, {}).faults.front().kind == TargetFaultKind::file_unknown);
}

TEST_CASE("a ledger says which releases may be thinned, and each once", "[publish][prune]") {
  const auto disk = target_of(3);
  const auto ledger = ledger_of(*disk);
  const auto says = [&](std::vector<int> releases) {
    LedgerEntry entry;
    entry.number = static_cast<int>(ledger.entries().size()) + 1;
    entry.type = EntryType::pruned;
    entry.time = ledger.entries().back().time;
    entry.previous = ledger.digest_of(entry.number - 1);
    entry.release = 5;
    entry.decision = "Beslut 12";
    entry.thinned = std::move(releases);
    auto copy = ledger;
    return !copy.append("ledger/000007.toml", write_entry(entry));
  };
  CHECK(says({1, 3}));
  CHECK_FALSE(says({}));
  CHECK_FALSE(says({3, 1}));
  CHECK_FALSE(says({1, 1}));
  CHECK_FALSE(says({2}));  // no release
  CHECK_FALSE(says({5}));  // it is served
  prune_before(*disk, 2, 3);
  CHECK(releases_to_thin(ledger_of(*disk), day_of(2)).empty());
}

TEST_CASE("thinning that is stopped at any call is finished by the next publication",
          "[publish][prune][crash]") {
  for (const bool loses_power : {false, true}) {
    bool is_done = false;
    for (int call = 1; !is_done; ++call) {
      const auto disk = target_of(6);
      disk->stop_at(disk->calls() + call);
      try {
        prune_before(*disk, 4, 6);
        is_done = true;
      } catch (const DiskStopped&) {  // NOLINT(bugprone-empty-catch)
      }
      disk->restart();
      if (loses_power) disk->cut_power();
      INFO("call " << call);
      CHECK(served_site(*disk).contains("index.html"));
      publish_small(*disk, small_site("next"), (first_day + 7) * day_seconds);
      check_whole(*disk);
    }
  }
}

}  // namespace handbok::test
