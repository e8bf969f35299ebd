#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "app/read_handbook.hpp"
#include "base/strings.hpp"
#include "check/check.hpp"
#include "derive/backlinks.hpp"
#include "io/read_tree.hpp"
#include "support/fixture.hpp"
#include "support/golden.hpp"
#include "support/project.hpp"

namespace handbok::test {
namespace {

constexpr std::size_t file_bytes_max = 1U << 25U;

Date parsed_day(std::string_view text) {
  return *Date::parse(text);
}

/// The rows of a table below tests/vectors, cells without blanks around them; '#' begins a comment.
std::vector<std::vector<std::string>> rows_of(const std::string& name) {
  std::vector<std::vector<std::string>> rows;
  const auto text = project_file("tests/vectors/" + name);
  for (const auto line : split(text, '\n')) {
    if (line.empty() || line.starts_with("#")) continue;
    rows.emplace_back();
    for (const auto cell : split(line, '|'))
      rows.back().emplace_back(trim(cell));
  }
  return rows;
}

/// The demo, read once: what is wrong with its files is the same on every day.
struct ReadDemo {
  Diagnostics found;
  Handbook handbook;
};

const ReadDemo& read_demo() {
  static const auto read = [] {
    ReadDemo demo;
    demo.handbook = read_handbook(read_tree(test::in_project("content"), file_bytes_max),
                                  run_in_place, demo.found);
    return demo;
  }();
  return read;
}

std::vector<Diagnostic> diagnose_demo(Date day) {
  auto found = read_demo().found;
  const DayView view(read_demo().handbook, day);
  run_checks(view, Backlinks(view), found);
  return found.sorted();
}

/// What is found on a day, which many ask about.
const std::multiset<std::string>& found_on(std::string_view text) {
  static std::map<std::string, std::multiset<std::string>, std::less<>> known;
  const auto it = known.find(text);
  if (it != known.end()) return it->second;
  std::multiset<std::string> found;
  for (const auto& diagnostic : diagnose_demo(parsed_day(text)))
    found.insert(describe(diagnostic));
  return known[std::string(text)] = std::move(found);
}

void check_no_errors(const std::vector<Diagnostic>& diagnostics, Date date) {
  for (const auto& diagnostic : diagnostics) {
    INFO(date.to_string() << ": " << describe(diagnostic) << " in " << diagnostic.location.path);
    CHECK(diagnostic.severity != Severity::error);
  }
}

void check_found(std::string_view text, const std::string& expected, bool is_expected) {
  INFO(expected << " on " << text);
  CHECK(found_on(text).contains(expected) == is_expected);
}

}  // namespace

TEST_CASE("read once and asked for a day, the demo says what check says", "[check][demo]") {
  const auto day = parsed_day("2026-11-21");
  std::multiset<std::string> told;
  const auto sources = read_tree(test::in_project("content"), file_bytes_max);
  for (const auto& diagnostic : diagnose(sources, day))
    told.insert(describe(diagnostic));
  CHECK(told == found_on("2026-11-21"));
}

TEST_CASE("the demo has the faults that it keeps on purpose", "[check][demo]") {
  const auto found = found_on("2026-11-21");
  const auto rows = rows_of("demo_diagnostics.txt");
  REQUIRE(rows.size() > 20);
  for (const auto& row : rows) {
    INFO(row.at(0) << " " << row.at(1));
    CHECK(found.count(row.at(0) + " " + row.at(1)) == 1);
  }
}

TEST_CASE("the demo has no other findings than those that were judged", "[check][demo]") {
  std::multiset<std::string> judged;
  for (const auto* const name : {"demo_diagnostics.txt", "demo_diagnostics_more.txt"}) {
    for (const auto& row : rows_of(name))
      judged.insert(row.at(0) + " " + row.at(1));
  }
  CHECK(found_on("2026-11-21") == judged);
}

TEST_CASE("the demo never has an error, whatever the day", "[check][demo]") {
  check_no_errors(diagnose_demo(parsed_day("2026-11-21")), parsed_day("2026-11-21"));
  for (auto date = parsed_day("2019-01-01"); date < parsed_day("2030-01-01");
       date = date.plus_months(5)) {
    check_no_errors(diagnose_demo(date), date);
  }
}

TEST_CASE("what time does to the demo is found on the day it happens", "[check][demo]") {
  check_found("2026-09-30", "local.base-outdated LRU-002", false);
  check_found("2026-10-01", "local.base-outdated LRU-002", true);
  check_found("2026-11-20", "doc.review-due MAN-001", false);
  check_found("2026-11-30", "selfcheck.overdue EGK-09", false);
  for (const auto* const id : {"EGK-09", "EGK-11", "EGK-15"})
    check_found("2026-12-01", std::string("selfcheck.overdue ") + id, true);
  check_found("2026-12-09", "doc.review-due CHK-002", true);
  check_found("2026-12-10", "doc.review-overdue CHK-002", true);
  check_found("2026-12-31", "doc.expired PLA-001", false);
  check_found("2027-01-01", "doc.expired PLA-001", true);
  check_found("2027-01-01", "doc.expired PLA-002", true);
  check_found("2027-01-01", "agreement.expired AVT-001", true);
  check_found("2026-12-31", "plan.missing operational-2027", false);
  check_found("2027-01-01", "plan.missing operational-2027", true);
  check_found("2027-01-01", "plan.missing internal_control-2027", true);
  check_found("2027-03-01", "report.safety-missing patient_safety-2026", false);
  check_found("2027-03-02", "report.safety-missing patient_safety-2026", true);
}

}  // namespace handbok::test
