#include <algorithm>

#include <catch2/catch.hpp>

#include "derive/organisation.hpp"
#include "derive/reach.hpp"
#include "io/read_tree.hpp"
#include "load/load.hpp"
#include "support/project.hpp"

namespace handbok {
namespace {

Date day(std::string_view text) {
  return *Date::parse(text);
}

OrgUnit unit(const std::string& id, const std::string& parent, std::vector<RegimeId> regimes) {
  OrgUnit result;
  result.id = id;
  result.parent = parent;
  result.regimes = std::move(regimes);
  return result;
}

/// A department with two units: one of care, one of social service, and a contractor.
Handbook small_organisation() {
  Handbook handbook;
  handbook.units = {unit("avd", "", {"HSL", "SOL"}), unit("lonn", "avd", {"HSL", "SOL"}),
                    unit("privat", "avd", {"HSL"}), unit("strand", "avd", {"SOL"})};
  handbook.units[2].kind = UnitKind::contractor;
  return handbook;
}

Revision owned_by(const std::string& id, std::vector<RegimeId> regimes) {
  Revision revision;
  revision.unit = id;
  revision.regimes = std::move(regimes);
  return revision;
}

void check_reach(const Handbook& handbook, const Revision& revision, const std::string& expected) {
  std::string reached;
  for (const auto& one : handbook.units) {
    if (!reaches(UnitsOnDay(handbook, day("2026-11-21")), revision, one)) continue;
    if (!reached.empty()) reached += ' ';
    reached += one.id;
  }
  CHECK(reached == expected);
}

TEST_CASE("a document reaches its unit and all below that share a regime", "[derive][reach]") {
  const auto handbook = small_organisation();
  check_reach(handbook, owned_by("avd", {}), "avd lonn strand");
  check_reach(handbook, owned_by("avd", {"HSL"}), "avd lonn");
  check_reach(handbook, owned_by("strand", {"SOL"}), "strand");
  check_reach(handbook, owned_by("okänd", {}), "");
}

TEST_CASE("naming a unit reaches it whatever its regimes", "[derive][reach]") {
  auto revision = owned_by("avd", {"HSL"});
  revision.applies_to = {"strand"};
  check_reach(small_organisation(), revision, "strand");
}

TEST_CASE("an excluded unit is not reached, nor what lies below it", "[derive][reach]") {
  auto handbook = small_organisation();
  auto revision = owned_by("avd", {});
  revision.excludes = {"lonn"};
  check_reach(handbook, revision, "avd strand");
  handbook.units[3].parent = "lonn";
  check_reach(handbook, revision, "avd");
}

TEST_CASE("a central document does not bind a contractor", "[derive][reach]") {
  auto revision = owned_by("avd", {"HSL"});
  revision.applies_to = {"privat"};
  check_reach(small_organisation(), revision, "");
}

TEST_CASE("the tree is that of the day", "[derive][organisation]") {
  auto handbook = small_organisation();
  handbook.units[3].earlier_parents = {{"lonn", day("2020-01-01")}, {"", day("2022-01-01")}};
  CHECK(parent_on(handbook.units[3], day("2019-12-31")) == "lonn");
  CHECK(parent_on(handbook.units[3], day("2020-01-01")).empty());
  CHECK(parent_on(handbook.units[3], day("2022-01-01")) == "avd");
  CHECK(is_within(handbook, "strand", "lonn", day("2019-12-31")));
  CHECK_FALSE(is_within(handbook, "strand", "avd", day("2021-01-01")));
}

TEST_CASE("a unit exists from its first day until the day it is closed", "[derive][organisation]") {
  auto one = unit("lonn", "avd", {});
  one.valid_from = day("2020-01-01");
  one.valid_to = day("2026-01-01");
  CHECK_FALSE(exists_on(one, day("2019-12-31")));
  CHECK(exists_on(one, day("2020-01-01")));
  CHECK(exists_on(one, day("2025-12-31")));
  CHECK_FALSE(exists_on(one, day("2026-01-01")));
}

TEST_CASE("a circle in the tree ends", "[derive][organisation]") {
  auto handbook = small_organisation();
  handbook.units[0].parent = "lonn";
  CHECK_FALSE(is_within(handbook, "strand", "okänd", day("2026-11-21")));
  CHECK(depth_on(handbook, "strand", day("2026-11-21")) >= 0);
}

TEST_CASE("the demo's units have as many documents as computed by hand", "[derive][reach][demo]") {
  Diagnostics ignored;
  const auto handbook = load(read_tree(test::in_project("content"), 1U << 25U), ignored);
  const DayView view(handbook, day("2026-11-21"));
  const auto count = [&](std::string_view id) {
    return effective_handbook(view, *handbook.find_unit(id)).size();
  };
  CHECK(count("sabo-lonn") == 58);
  CHECK(count("sabo-stra") == 58);
  CHECK(count("hemtj-norr") == 42);
  CHECK(count("gb-vits") == 58);
  CHECK(count("dv-hjul") == 38);
  CHECK(count("hsv-team") == 52);
  CHECK(count("rehab") == 51);
  CHECK(count("bist") == 43);
  CHECK(count("lssh") == 40);
}

TEST_CASE("a local complement reaches its unit from its first day", "[derive][reach][demo]") {
  Diagnostics ignored;
  const auto handbook = load(read_tree(test::in_project("content"), 1U << 25U), ignored);
  const auto has_complement = [&](std::string_view on) {
    const DayView view(handbook, day(on));
    return std::ranges::any_of(effective_handbook(view, *handbook.find_unit("sabo-lonn")),
                               [](const Revision* one) { return one->document == "LRU-001"; });
  };
  CHECK_FALSE(has_complement("2026-08-31"));
  CHECK(has_complement("2026-09-01"));
}

}  // namespace
}  // namespace handbok
