#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "derive/day_view.hpp"

namespace handbok {

/// The last day to have a report about `year` approved, which lies in the year after it, whether or
/// not it is demanded for that year. None if the handbook sets no day for that kind, or demands
/// nothing at all. A day that the month lacks means its last.
std::optional<Date> report_due_on(const YearlyDemands& yearly, ReportKind kind, int year);

/// The same, but none either for a year of which the handbook does not demand the report, or
/// (patient safety) in which no unit of our own worked under the care regime.
std::optional<Date> report_deadline(const Handbook& handbook, ReportKind kind, int year);

/// The last year whose report should be ready by now: its deadline is before the day.
int last_year_to_report(const Handbook& handbook, ReportKind kind, Date day);

/// The day on which the document was first approved, as known on the day of the view. None if it
/// has not been, or if there is no such document.
std::optional<Date> first_approved_on(const DayView& view, std::string_view document);

/// The last review by the management held on or before the day, or nullptr.
const ManagementReview* last_review_held(const Handbook& handbook, Date day);

/// True if the report of the year concerns the unit, as known on the day: it did the work itself in
/// the year, and, for patient safety, under the care regime.
bool concerns_report(UnitsByDay& units, ReportKind kind, int year, const OrgUnit& unit, Date day);

/// True if the report is about the unit: it names it or one above it. One that names none is about
/// the unit of its document and those below it; if that is a staff unit, of the one above.
bool covers(const Handbook& handbook, const YearlyReport& report, const OrgUnit& unit, Date day);

/// The first adopted report of the kind and year that is about the unit, or nullptr.
const YearlyReport* report_of(const DayView& view, ReportKind kind, int year, const OrgUnit& unit);

/// The units that the year's report concerns and that no adopted report is about.
std::vector<const OrgUnit*> units_without_report(const DayView& view, ReportKind kind, int year);

/// The units of our own without units below that existed during the year, as known on the day, and
/// that neither the report nor another of its kind and year covers. A report on patient safety
/// concerns those under the care regime.
std::vector<const OrgUnit*> units_not_covered(const Handbook& handbook, const YearlyReport& report,
                                              Date day);

}  // namespace handbok
