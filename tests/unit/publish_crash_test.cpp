// Whatever stops a publication, at whatever call: readers have the old or the new site whole, a
// release that was reported is never lost, and the next run puts things in order.
#include <catch2/catch.hpp>

#include "publish/verify.hpp"
#include "support/small_publication.hpp"

namespace handbok::test {
namespace {

constexpr Moment first_time = 1'700'000'000;
constexpr Moment day = 86'400;

enum class Stop { killed, power_cut };

/// True if readers of the edition get it whole. Assets of earlier editions lie there too.
bool serves(Disk& disk, const std::string& edition) {
  const auto served = served_site(disk);
  const auto site = small_site(edition);
  return std::all_of(site.begin(), site.end(), [&](const auto& file) {
    const auto it = served.find(file.first);
    return it != served.end() && it->second == file.second;
  });
}

void check_whole(Disk& disk) {
  for (const auto& fault : verify_target(disk, {}).faults)
    FAIL_CHECK(fault_text(fault, Language::english));
}

/// Publishes edition "b" over edition "a" with the disk stopped at that call; false if it was not
/// reached.
bool check_stop(int call, Stop stop) {
  MemoryDisk disk;
  publish_small(disk, small_site("a"), first_time);
  disk.stop_at(disk.calls() + call);
  bool is_reported = false;
  try {
    publish_small(disk, small_site("b"), first_time + day);
    is_reported = true;
  } catch (const DiskStopped&) {  // NOLINT(bugprone-empty-catch)
  }
  disk.restart();
  if (stop == Stop::power_cut) disk.cut_power();
  INFO("call " << call << (is_reported ? ", reported" : ""));
  CHECK((serves(disk, "b") || (!is_reported && serves(disk, "a"))));

  publish_small(disk, small_site("c"), first_time + 2 * day);
  CHECK(serves(disk, "c"));
  check_whole(disk);
  return !is_reported;
}

/// The same for the very first publication.
bool check_first_stop(int call, Stop stop) {
  MemoryDisk disk;
  disk.stop_at(call);
  bool is_reported = false;
  try {
    publish_small(disk, small_site("a"), first_time);
    is_reported = true;
  } catch (const DiskStopped&) {  // NOLINT(bugprone-empty-catch)
  }
  disk.restart();
  if (stop == Stop::power_cut) disk.cut_power();
  INFO("call " << call << (is_reported ? ", reported" : ""));
  CHECK((serves(disk, "a") || (!is_reported && served_site(disk).empty())));
  publish_small(disk, small_site("b"), first_time + day);
  CHECK(serves(disk, "b"));
  check_whole(disk);
  return !is_reported;
}

TEST_CASE("a publication that is killed at any call leaves a whole site", "[publish][crash]") {
  int call = 1;
  while (check_stop(call, Stop::killed))
    ++call;
  CHECK(call > 40);
  call = 1;
  while (check_first_stop(call, Stop::killed))
    ++call;
}

TEST_CASE("a power cut at any call leaves a whole site", "[publish][crash]") {
  int call = 1;
  while (check_stop(call, Stop::power_cut))
    ++call;
  CHECK(call > 40);
  call = 1;
  while (check_first_stop(call, Stop::power_cut))
    ++call;
}

TEST_CASE("a run that heals may be stopped too", "[publish][crash]") {
  for (int first = 20; first < 60; first += 3) {
    for (int second = 1; second < 40; second += 3) {
      MemoryDisk disk;
      publish_small(disk, small_site("a"), first_time);
      for (const int call : {first, second}) {
        disk.stop_at(disk.calls() + call);
        try {
          publish_small(disk, small_site("b"), first_time + day);
        } catch (const DiskStopped&) {  // NOLINT(bugprone-empty-catch)
        }
        disk.restart();
        disk.cut_power();
        CHECK((serves(disk, "a") || serves(disk, "b")));
      }
      publish_small(disk, small_site("c"), first_time + 2 * day);
      INFO(first << " " << second);
      CHECK(serves(disk, "c"));
      check_whole(disk);
    }
  }
}

}  // namespace
}  // namespace handbok::test
