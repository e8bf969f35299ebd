#include <catch2/catch.hpp>

#include "publish/layout.hpp"
#include "publish/ledger.hpp"
#include "publish/verify.hpp"
#include "support/small_publication.hpp"

namespace handbok::test {
namespace {

constexpr Moment first_time = 1'700'000'000;
constexpr Moment day = 86'400;

std::unique_ptr<MemoryDisk> published_target() {
  auto disk = std::make_unique<MemoryDisk>();
  publish_small(*disk, small_site("a"), first_time);
  publish_small(*disk, small_site("b"), first_time + day);
  Ledger ledger = std::get<Ledger>(replay_ledger(*disk));
  record_heartbeat(*disk, ledger, first_time + 2 * day, ledger.last_checked()->state);
  disk->put("lock", "");
  return disk;
}

bool is_whole(Disk& disk, const Witness& witness = {}) {
  return verify_target(disk, witness).faults.empty();
}

/// The first thing that is wrong.
TargetFaultKind first_fault(Disk& disk, const Witness& witness = {}) {
  const auto faults = verify_target(disk, witness).faults;
  REQUIRE_FALSE(faults.empty());
  return faults.front().kind;
}

FileTree copied_ledger(Disk& disk) {
  FileTree copy;
  for (const auto& name : disk.names_in("ledger"))
    copy.put(name, disk.read("ledger/" + name));
  return copy;
}

/// Takes away the newest entries, and all that was made with them, as somebody might who wants a
/// publication never to have been.
void truncate(MemoryDisk& disk, int entries_left, int release_left) {
  for (const auto& name : disk.names_in("ledger")) {
    if (name > layout::number_name(entries_left) + ".toml") disk.remove("ledger/" + name);
  }
  for (const auto& name : disk.names_in("releases")) {
    if (name > layout::number_name(release_left)) disk.remove_tree("releases/" + name);
  }
  for (const std::string folder : {"manifests", "reports"}) {
    for (const auto& name : disk.names_in(folder)) {
      if (name > layout::number_name(release_left) + ".zzz") disk.remove(folder + "/" + name);
    }
  }
  disk.remove("assets/handbook-b.js");
  switch_current(disk, release_left);
  write_build_status(disk, std::get<Ledger>(replay_ledger(disk)));
}

TEST_CASE("an untouched target is whole", "[publish][verify]") {
  const auto disk = published_target();
  const auto verification = verify_target(*disk, {});
  CHECK(verification.faults.empty());
  CHECK(verification.releases == 2);
  CHECK(verification.ledger.entries().size() == 5);
}

TEST_CASE("times that a copy has lost are mended, and nothing else is", "[publish][verify]") {
  const auto disk = published_target();
  disk->change_time("releases/000001/index.html", first_time + 5);
  disk->change_time("assets/handbook-1.css", 0);
  disk->change_time("reports/000003.txt", 0);
  CHECK(first_fault(*disk) == TargetFaultKind::file_time_changed);
  CHECK(verify_target(*disk, {}, TimeMending::on).faults.empty());
  CHECK(is_whole(*disk));
  disk->change_time("releases/000003/index.html", 0);
  disk->change_bytes("releases/000003/index.html", "<p>edition x</p>\n");
  CHECK_FALSE(verify_target(*disk, {}, TimeMending::on).faults.empty());
}

TEST_CASE("a flip of any byte of any file is found", "[publish][verify]") {
  const auto disk = published_target();
  int flips = 0;
  for (const auto& path : disk->all_files()) {
    const auto status = *disk->status(path);
    if (status.kind != FileKind::file) continue;
    const auto bytes = disk->read(path);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      auto changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ 1);
      disk->change_bytes(path, changed);
      INFO(path << " byte " << i);
      REQUIRE_FALSE(is_whole(*disk));
      ++flips;
    }
    disk->change_bytes(path, bytes);
  }
  CHECK(flips > 1000);
  CHECK(is_whole(*disk));
}

TEST_CASE("a file that is taken away or added anywhere is found", "[publish][verify]") {
  const auto whole = published_target();
  for (const auto& path : whole->all_files()) {
    if (path == "lock") continue;
    const auto disk = published_target();
    disk->remove(path);
    INFO(path);
    CHECK_FALSE(is_whole(*disk));
  }
  for (const auto* const folder : {"", "assets/", "ledger/", "manifests/", "releases/", "reports/",
                                   "releases/000001/", "releases/000003/dokument/RUT-001/"}) {
    const auto disk = published_target();
    disk->put(std::string(folder) + "new.txt", "new");
    INFO(folder);
    CHECK_FALSE(is_whole(*disk));
  }
}

TEST_CASE("permissions, times and the served release are verified", "[publish][verify]") {
  const auto disk = published_target();
  disk->change_mode("releases/000003/index.html", 0600);
  CHECK(first_fault(*disk) == TargetFaultKind::file_mode_changed);
  disk->change_mode("releases/000003/index.html", 0644);
  disk->change_time("releases/000003/index.html", 0);
  CHECK(first_fault(*disk) == TargetFaultKind::file_time_changed);
  disk->change_time("releases/000003/index.html", first_time + day);
  CHECK(is_whole(*disk));
  switch_current(*disk, 1);
  CHECK(first_fault(*disk) == TargetFaultKind::current_wrong);
}

TEST_CASE("files that did not change keep the time at which their bytes were first published",
          "[publish]") {
  const auto disk = published_target();
  const auto time_of = [&](const std::string& path) { return disk->status(path)->modified; };
  CHECK(time_of("releases/000003/dokument/RUT-001/1.html") == first_time);
  CHECK(time_of("releases/000003/index.html") == first_time + day);
  const auto identity = [&](const std::string& path) { return disk->status(path)->identity; };
  CHECK(identity("releases/000003/dokument/RUT-001/1.html") ==
        identity("releases/000001/dokument/RUT-001/1.html"));
}

TEST_CASE("two releases in one second have different times", "[publish]") {
  MemoryDisk disk;
  publish_small(disk, small_site("a"), first_time);
  publish_small(disk, small_site("b"), first_time);
  CHECK(disk.status("releases/000001/index.html")->modified !=
        disk.status("releases/000003/index.html")->modified);
}

TEST_CASE("assets of earlier releases stay in later ones", "[publish]") {
  const auto disk = published_target();
  CHECK(disk->status("releases/000003/assets/handbook-a.js"));
  CHECK(disk->status("releases/000003/assets/handbook-b.js"));
  CHECK(disk->status("assets/handbook-a.js"));
}

TEST_CASE("a ledger that was cut short is found with a witness, and not without",
          "[publish][verify][witness]") {
  const auto disk = published_target();
  const auto head = std::get<Ledger>(replay_ledger(*disk)).head();
  const auto copy = copied_ledger(*disk);
  CHECK(is_whole(*disk, {head, {}}));
  CHECK(is_whole(*disk, {{}, copy}));
  truncate(*disk, 2, 1);
  CHECK(is_whole(*disk));  // without a witness nobody can tell
  CHECK(first_fault(*disk, {head, {}}) == TargetFaultKind::witness_truncated);
  CHECK(first_fault(*disk, {{}, copy}) == TargetFaultKind::witness_truncated);
}

TEST_CASE("a ledger that was rewritten is found with a witness, and not without",
          "[publish][verify][witness]") {
  const auto disk = published_target();
  const auto head = std::get<Ledger>(replay_ledger(*disk)).head();
  const auto copy = copied_ledger(*disk);
  MemoryDisk other;
  publish_small(other, small_site("a"), first_time);
  publish_small(other, small_site("x"), first_time + day);
  Ledger ledger = std::get<Ledger>(replay_ledger(other));
  record_heartbeat(other, ledger, first_time + 2 * day, ledger.last_checked()->state);
  CHECK(is_whole(other));
  CHECK(first_fault(other, {head, {}}) == TargetFaultKind::witness_rewritten);
  CHECK(first_fault(other, {{}, copy}) == TargetFaultKind::witness_rewritten);
}

TEST_CASE("a witness that cannot be read vouches for nothing", "[publish][verify][witness]") {
  const auto disk = published_target();
  for (const auto* const head : {"5", "5:", "sha256:abc", "0:sha256:abc", "nowhere"})
    CHECK(first_fault(*disk, {head, {}}) == TargetFaultKind::witness_not_found);
}

TEST_CASE("a target of somebody's own, or without its ledger, is left alone", "[publish]") {
  MemoryDisk foreign;
  foreign.put("index.html", "mine");
  CHECK(std::holds_alternative<TargetFault>(open_target(foreign, first_time)));
  CHECK(foreign.read("index.html") == "mine");

  const auto disk = published_target();
  disk->remove_tree("ledger");
  CHECK(std::holds_alternative<TargetFault>(open_target(*disk, first_time)));
  CHECK(disk->status("releases/000003/index.html"));
}

TEST_CASE("the site is stale when it was not checked for more than 36 hours", "[publish]") {
  const auto disk = published_target();
  const auto ledger = std::get<Ledger>(replay_ledger(*disk));
  const auto checked = first_time + 2 * day;
  constexpr Moment limit = Moment{36} * 3600;
  CHECK_FALSE(is_stale(ledger, checked + limit));
  CHECK(is_stale(ledger, checked + limit + 1));
}

}  // namespace
}  // namespace handbok::test
