#include <catch2/catch.hpp>

#include "derive/calendar_days.hpp"
#include "derive/due_days.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

using Lines = std::vector<std::string>;

Forum forum_from(const char* first_on, int every_months) {
  Forum forum;
  forum.id = "FOR-01";
  forum.name = "Kvalitetsråd";
  forum.level = "unit";
  forum.every_months = every_months;
  forum.first_on = test::day(first_on);
  return forum;
}

Lines meetings(const Forum& forum, const char* from, const char* until) {
  Lines days;
  for (const auto day : meeting_days(forum, test::day(from), test::day(until)))
    days.push_back(day.to_string());
  return days;
}

Lines lines_of(const std::vector<DueDay>& days) {
  Lines lines;
  lines.reserve(days.size());
  for (const auto& day : days)
    lines.push_back(day.on.to_string() + " " + day.id);
  return lines;
}

Handbook handbook_with_forum() {
  Handbook handbook;
  handbook.forums = {forum_from("2026-01-15", 1)};
  OrgUnit unit;
  unit.id = "enhet";
  unit.level = "unit";
  OrgUnit department;
  department.id = "avd";
  department.level = "department";
  handbook.units = {department, unit};
  return handbook;
}

Rollout open_rollout() {
  Rollout rollout;
  rollout.id = "INF-01";
  rollout.document = "RUT-001";
  rollout.unit = "enhet";
  rollout.responsible = "EC";
  rollout.due_on = test::day("2026-11-01");
  return rollout;
}

TEST_CASE("a forum meets on the same weekday of the same week", "[derive][due]") {
  const auto monthly = forum_from("2026-01-15", 1);  // the third Thursday
  CHECK(meetings(monthly, "2026-01-01", "2026-05-01") ==
        Lines{"2026-01-15", "2026-02-19", "2026-03-19", "2026-04-16"});
  CHECK(meetings(monthly, "2026-01-15", "2026-02-19") == Lines{"2026-01-15"});
  CHECK(meetings(monthly, "2025-01-01", "2026-01-15").empty());
  CHECK(meetings(forum_from("2026-02-24", 3), "2026-06-01", "2027-01-01") ==
        Lines{"2026-08-25", "2026-11-24"});
  CHECK(meetings(forum_from("2026-01-29", 1), "2026-02-01", "2026-04-01") ==
        Lines{"2026-02-26", "2026-03-26"});  // no fifth Thursday: the last one
  CHECK(meetings(forum_from("2026-01-15", 0), "2026-01-01", "2030-01-01").size() == 1);
  auto unknown = monthly;
  unknown.first_on = std::nullopt;
  CHECK(meetings(unknown, "2026-01-01", "2027-01-01").empty());
}

TEST_CASE("the next meeting is today or later", "[derive][due]") {
  const auto forum = forum_from("2026-01-15", 12);
  CHECK(next_meeting(forum, test::day("2020-01-01")) == test::day("2026-01-15"));
  CHECK(next_meeting(forum, test::day("2026-01-15")) == test::day("2026-01-15"));
  CHECK(next_meeting(forum, test::day("2026-01-16")) == test::day("2027-01-21"));
  CHECK_FALSE(next_meeting(forum_from("2026-01-15", 0), test::day("2026-01-16")).has_value());
}

TEST_CASE("a unit has the forums of its level, a contractor its own", "[derive][due]") {
  auto handbook = handbook_with_forum();
  CHECK(forums_of(handbook, handbook.units[1]).size() == 1);
  CHECK(forums_of(handbook, handbook.units[0]).empty());
  handbook.units[1].kind = UnitKind::contractor;
  CHECK(forums_of(handbook, handbook.units[1]).empty());
}

TEST_CASE("of a forum the next meeting is due, and all of them are ahead", "[derive][due]") {
  const auto handbook = handbook_with_forum();
  const DayView view(handbook, test::day("2026-11-21"));
  const auto last = test::day("2027-01-31");
  CHECK(lines_of(due_days(view, last, nullptr)) == Lines{"2026-12-17 FOR-01"});
  CHECK(lines_of(days_ahead(view, last, nullptr)) ==
        Lines{"2026-12-17 FOR-01", "2027-01-21 FOR-01"});
  CHECK(due_days(view, last, handbook.units.data()).empty());
  CHECK(due_days(view, last, &handbook.units[1]).size() == 1);
  CHECK(lines_of(year_days(view, test::day("2026-11-01"), test::day("2026-12-01"))) ==
        Lines{"2026-11-19 FOR-01"});
}

TEST_CASE("a calendar item is for its units, or else for the level of its roles", "[derive][due]") {
  auto handbook = handbook_with_forum();
  handbook.forums.clear();
  handbook.roles.resize(2);
  handbook.roles[0].id = "AVC";  // in the order of ids, as they are looked up
  handbook.roles[0].level = "department";
  handbook.roles[1].id = "EC";
  handbook.roles[1].level = "unit";
  CalendarItem item;
  item.id = "KAL-01";
  item.title = "Brandövning";
  item.month = 12;
  item.day = 1;
  const auto units_that_have = [&] {
    handbook.calendar = {item};
    const DayView view(handbook, test::day("2026-11-21"));
    Lines units;
    for (const auto& unit : handbook.units) {
      if (!due_days(view, test::day("2026-12-31"), &unit).empty()) units.push_back(unit.id);
    }
    return units;
  };
  CHECK(units_that_have() == Lines{"avd", "enhet"});
  item.responsible = {"EC"};
  CHECK(units_that_have() == Lines{"enhet"});
  item.units = {"avd"};
  CHECK(units_that_have() == Lines{"avd"});
  item.units.clear();
  handbook.units[1].kind = UnitKind::contractor;
  handbook.units[1].head = "ENT";
  CHECK(units_that_have().empty());
  item.responsible = {"ENT"};
  CHECK(units_that_have() == Lines{"enhet"});
}

TEST_CASE("roll-out is due until it is done, also when it is late", "[derive][due]") {
  auto handbook = test::sample_handbook();
  handbook.rollouts = {open_rollout()};
  const auto told = [&](const char* day) {
    const DayView view(handbook, test::day(day));
    auto days = due_days(view, view.day(), nullptr);
    std::erase_if(days, [](const DueDay& each) { return each.kind != DueKind::rollout; });
    return lines_of(days);
  };
  CHECK(told("2026-11-21") == Lines{"2026-11-01 INF-01"});
  CHECK(told("2026-10-31").empty());
  handbook.rollouts[0].done_on = test::day("2026-11-20");
  CHECK(told("2026-11-19") == Lines{"2026-11-01 INF-01"});
  CHECK(told("2026-11-20").empty());
  handbook.rollouts[0] = open_rollout();
  handbook.rollouts[0].document = "RUT-005";  // in review: nobody may know of it
  CHECK(told("2026-11-21").empty());
}

}  // namespace
}  // namespace handbok
