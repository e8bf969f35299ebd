#include "derive/yearly_duties.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "derive/organisation.hpp"
#include "derive/reach.hpp"

namespace handbok {
namespace {

/// True if the unit gives care that a patient-safety report is about (SOSFS 2011:9, 7 kap. 2 §).
bool has_care(const Handbook& handbook, const OrgUnit& unit) {
  return shares_any(unit.regimes, handbook.settings.yearly.safety_report_regimes);
}

/// That day of the month, or the last one if there is no such day.
std::optional<Date> day_or_last(int year, int month, int day) {
  constexpr int months_in_a_year = 12;
  if (month < 1 || month > months_in_a_year) return std::nullopt;
  const auto last = Date::from_ymd(year, month, 1)->plus_months(1).plus_days(-1);
  return day < 1 || day > last.day() ? last : Date::from_ymd(year, month, day);
}

/// The last day of the year on which the unit existed, looking no further than `latest`.
std::optional<Date> last_day_in_year(const OrgUnit& unit, int year, Date latest) {
  auto last = std::min(*Date::from_ymd(year, 12, 31), latest);
  if (unit.valid_to) last = std::min(last, unit.valid_to->plus_days(-1));
  if (last < *Date::from_ymd(year, 1, 1) || !exists_on(unit, last)) return std::nullopt;
  return last;
}

bool had_care(const Handbook& handbook, int year) {
  return std::ranges::any_of(handbook.units, [&](const OrgUnit& unit) {
    const auto year_end = *Date::from_ymd(year, 12, 31);
    return unit.kind == UnitKind::own && has_care(handbook, unit) &&
           last_day_in_year(unit, year, year_end).has_value();
  });
}

bool is_year(int year) {
  return Date::from_ymd(year, 1, 1).has_value() && Date::from_ymd(year + 1, 1, 1).has_value();
}

bool is_covered(const Handbook& handbook, const YearlyReport& report, const OrgUnit& unit,
                Date day) {
  if (!report.covers.empty()) {
    return std::ranges::any_of(report.covers, [&](const UnitId& covered) {
      return is_within(handbook, unit.id, covered, day);
    });
  }
  const UnitsOnDay units(handbook, day);
  const auto* const document = handbook.find_document(report.id);
  if (document == nullptr || document->revisions.empty()) return true;
  const auto* const named = handbook.find_unit(document->revisions.back().unit);
  const auto* const told = named == nullptr ? nullptr : at_work(units, *named);
  return told == nullptr || units.is_within(unit, told->id);
}

}  // namespace

std::optional<Date> report_due_on(const YearlyDemands& yearly, ReportKind kind, int year) {
  if (!yearly.from || !is_year(year)) return std::nullopt;
  switch (kind) {
    case ReportKind::quality:
      return day_or_last(year + 1, yearly.quality_report_month, yearly.quality_report_day);
    case ReportKind::patient_safety:
      return day_or_last(year + 1, yearly.safety_report_month, yearly.safety_report_day);
    case ReportKind::operational:
    case ReportKind::tertial: return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Date> report_deadline(const Handbook& handbook, ReportKind kind, int year) {
  const auto& yearly = handbook.settings.yearly;
  const auto due_on = report_due_on(yearly, kind, year);
  if (!due_on || year < yearly.from->year()) return std::nullopt;
  const bool is_concerned = kind != ReportKind::patient_safety || had_care(handbook, year);
  return is_concerned ? due_on : std::nullopt;
}

int last_year_to_report(const Handbook& handbook, ReportKind kind, Date day) {
  const int last_year = day.year() - 1;
  const auto deadline = report_deadline(handbook, kind, last_year);
  return deadline && day <= *deadline ? last_year - 1 : last_year;
}

std::optional<Date> first_approved_on(const DayView& view, std::string_view document) {
  const auto* const known = view.find(document);
  if (known == nullptr) return std::nullopt;
  std::optional<Date> first;
  for (const auto& revision : known->document->revisions) {
    const auto* const approved = revision.approved();
    if (approved == nullptr || !is_published(view.of(revision).state)) continue;
    first = first ? std::min(*first, approved->on) : approved->on;
  }
  return first;
}

const ManagementReview* last_review_held(const Handbook& handbook, Date day) {
  const ManagementReview* last = nullptr;
  for (const auto& review : handbook.reviews) {
    if (!review.held_on || day < *review.held_on) continue;
    if (last == nullptr || *last->held_on < *review.held_on) last = &review;
  }
  return last;
}

bool concerns_report(UnitsByDay& units, ReportKind kind, int year, const OrgUnit& unit, Date day) {
  if (!is_year(year)) return false;
  const auto last = last_day_in_year(unit, year, day);
  return last && units.on(*last).is_operative(unit) &&
         (kind != ReportKind::patient_safety || has_care(units.handbook(), unit));
}

bool covers(const Handbook& handbook, const YearlyReport& report, const OrgUnit& unit, Date day) {
  const auto last = is_year(report.year) ? last_day_in_year(unit, report.year, day) : std::nullopt;
  return last && is_covered(handbook, report, unit, *last);
}

const YearlyReport* report_of(const DayView& view, ReportKind kind, int year, const OrgUnit& unit) {
  for (const auto& report : view.handbook().reports) {
    const bool is_made = report.kind == kind && report.year == year &&
                         first_approved_on(view, report.id).has_value();
    if (is_made && covers(view.handbook(), report, unit, view.day())) return &report;
  }
  return nullptr;
}

std::vector<const OrgUnit*> units_without_report(const DayView& view, ReportKind kind, int year) {
  std::vector<const OrgUnit*> units;
  UnitsByDay organisation(view.handbook());
  for (const auto& unit : view.handbook().units) {
    if (concerns_report(organisation, kind, year, unit, view.day()) &&
        report_of(view, kind, year, unit) == nullptr)
      units.push_back(&unit);
  }
  return units;
}

std::vector<const OrgUnit*> units_not_covered(const Handbook& handbook, const YearlyReport& report,
                                              Date day) {
  std::vector<const OrgUnit*> units;
  UnitsByDay organisation(handbook);
  const auto tells_of = [&](const OrgUnit& unit) {
    return std::ranges::any_of(handbook.reports, [&](const YearlyReport& other) {
      return other.kind == report.kind && other.year == report.year &&
             covers(handbook, other, unit, day);
    });
  };
  for (const auto& unit : handbook.units) {
    const bool is_concerned = concerns_report(organisation, report.kind, report.year, unit, day);
    if (is_concerned && !covers(handbook, report, unit, day) && !tells_of(unit))
      units.push_back(&unit);
  }
  return units;
}

}  // namespace handbok
