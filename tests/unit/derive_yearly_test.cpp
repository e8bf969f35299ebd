#include <catch2/catch.hpp>

#include "derive/yearly_duties.hpp"
#include "diag/slot_words.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

Handbook demanding_handbook() {
  auto handbook = test::sample_handbook();
  auto& yearly = handbook.settings.yearly;
  yearly.from = test::day("2025-06-01");
  yearly.quality_report_month = 2;
  yearly.quality_report_day = 30;
  yearly.safety_report_regimes = {"HSL"};
  for (auto& unit : handbook.units)
    unit.regimes = {"HSL"};
  return handbook;
}

std::string text_of(std::optional<Date> date) {
  return date ? date->to_string() : "never";
}

std::vector<UnitId> ids(const std::vector<const OrgUnit*>& units) {
  std::vector<UnitId> result;
  for (const auto* const unit : units)
    result.push_back(unit->id);
  return result;
}

TEST_CASE("reports are due in the year after, from the first year demanded", "[derive][yearly]") {
  auto handbook = demanding_handbook();
  CHECK(text_of(report_deadline(handbook, ReportKind::patient_safety, 2025)) == "2026-03-01");
  CHECK(text_of(report_deadline(handbook, ReportKind::patient_safety, 2024)) == "never");
  CHECK(text_of(report_due_on(handbook.settings.yearly, ReportKind::patient_safety, 2024)) ==
        "2025-03-01");
  CHECK(text_of(report_deadline(handbook, ReportKind::quality, 2026)) == "2027-02-28");
  CHECK(text_of(report_deadline(handbook, ReportKind::quality, 2027)) == "2028-02-29");
  CHECK(text_of(report_deadline(handbook, ReportKind::tertial, 2026)) == "never");
  for (auto& unit : handbook.units)
    unit.regimes = {"SOL"};
  CHECK(text_of(report_deadline(handbook, ReportKind::patient_safety, 2025)) == "never");
  handbook.settings.yearly.from.reset();
  CHECK(text_of(report_deadline(handbook, ReportKind::quality, 2026)) == "never");
}

TEST_CASE("a month that does not exist gives no deadline", "[derive][yearly]") {
  auto handbook = demanding_handbook();
  for (const int month : {0, 13, 257}) {
    handbook.settings.yearly.quality_report_month = month;
    CHECK(text_of(report_deadline(handbook, ReportKind::quality, 2026)) == "never");
  }
  CHECK(text_of(report_deadline(handbook, ReportKind::patient_safety, 9999)) == "never");
}

TEST_CASE("a report is wanted from the day after its deadline", "[derive][yearly]") {
  const auto handbook = demanding_handbook();
  const auto year_on = [&](const char* day) {
    return last_year_to_report(handbook, ReportKind::patient_safety, test::day(day));
  };
  CHECK(year_on("2027-03-01") == 2025);
  CHECK(year_on("2027-03-02") == 2026);
  CHECK(year_on("2027-12-31") == 2026);
}

TEST_CASE("a document was first approved with its first revision", "[derive][yearly]") {
  const auto handbook = test::sample_handbook();
  const DayView view(handbook, test::day("2026-11-21"));
  CHECK(text_of(first_approved_on(view, "RUT-001")) == "2024-12-01");
  CHECK(text_of(first_approved_on(view, "RUT-005")) == "never");
  CHECK(text_of(first_approved_on(view, "RUT-999")) == "never");
  const DayView before(handbook, test::day("2024-11-30"));
  CHECK(text_of(first_approved_on(before, "RUT-001")) == "never");
}

TEST_CASE("the last review is the one held last, however the rows stand", "[derive][yearly]") {
  auto handbook = test::sample_handbook();
  CHECK(last_review_held(handbook, test::day("2026-11-21")) == nullptr);
  for (const char* held : {"2026-10-01", "2025-10-01", "2026-11-22"})
    handbook.reviews.emplace_back().held_on = test::day(held);
  const auto* const last = last_review_held(handbook, test::day("2026-11-21"));
  REQUIRE(last != nullptr);
  CHECK(text_of(last->held_on) == "2026-10-01");
}

TEST_CASE("a report should cover the operative units that it concerns", "[derive][yearly]") {
  auto handbook = demanding_handbook();
  const auto today = test::day("2026-11-21");
  YearlyReport report;
  report.year = 2025;
  CHECK(units_not_covered(handbook, report, today).empty());
  report.covers = {"annan"};
  CHECK(ids(units_not_covered(handbook, report, today)) == std::vector<UnitId>{"enhet"});
  report.covers = {"namnd"};
  CHECK(units_not_covered(handbook, report, today).empty());
  report.covers = {"annan"};
  report.kind = ReportKind::patient_safety;
  for (auto& unit : handbook.units)
    unit.regimes = {"SOL"};
  CHECK(units_not_covered(handbook, report, today).empty());
}

TEST_CASE("words of the program are told in the reader's language", "[diag]") {
  const std::vector<std::string> values = {"RUT-001", "@state.expired", "@home", ""};
  CHECK(slot_values_in(values, Language::swedish) ==
        std::vector<std::string>{"RUT-001", "har gått ut", "@home", ""});
  CHECK(slot_values_in(values, Language::english)[1] == "has expired");
}

}  // namespace
}  // namespace handbok
