// The reports of each year: our own, and those that contractors owe (SOSFS 2011:9, 7 kap.).

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/missing_history.hpp"
#include "derive/yearly_duties.hpp"
#include "diag/code_names.hpp"
#include "model/enum_names.hpp"

namespace handbok {
namespace {

bool has_report(const CheckContext& context, ReportKind kind, int year) {
  return std::ranges::any_of(context.handbook().reports, [&](const YearlyReport& report) {
    const bool is_wanted = report.kind == kind && report.year == year;
    return is_wanted && first_approved_on(context.view(), report.id).has_value();
  });
}

/// The units that no adopted report of the year tells of. If there is one, only those that another,
/// which nobody has adopted, is about: of the rest report.unit-missing says that it leaves them
/// out.
std::vector<const OrgUnit*> units_lacking(const CheckContext& context, ReportKind kind, int year) {
  const auto& handbook = context.handbook();
  auto units = units_without_report(context.view(), kind, year);
  if (!has_report(context, kind, year)) return units;
  std::erase_if(units, [&](const OrgUnit* unit) {
    return std::ranges::none_of(handbook.reports, [&](const YearlyReport& other) {
      return other.kind == kind && other.year == year &&
             covers(handbook, other, *unit, context.day());
    });
  });
  return units;
}

/// The units that the year's report concerns and, with a report, that it is about.
std::vector<std::string> units_told(const CheckContext& context, ReportKind kind, int year,
                                    const YearlyReport* report) {
  UnitsByDay units(context.handbook());
  return units_where(context.view().units(), {}, [&](const OrgUnit& unit) {
    return concerns_report(units, kind, year, unit, context.day()) &&
           (report == nullptr || covers(context.handbook(), *report, unit, context.day()));
  });
}

void check_report_made(CheckContext& context, ReportKind kind, Code code) {
  const auto& handbook = context.handbook();
  const int year = last_year_to_report(handbook, kind, context.day());
  const auto deadline = report_deadline(handbook, kind, year);
  const bool is_made = has_report(context, kind, year);
  const auto lacking = units_lacking(context, kind, year);
  if (!deadline || (is_made && lacking.empty())) return;
  const auto year_text = std::to_string(year);
  const auto about = is_made ? year_text + " (" + join(names_of(lacking), ", ") + ")" : year_text;
  CheckReport report{
      code, handbook.settings.yearly.location, {about, deadline->to_string()}, {year_text}};
  report.subject = std::string(name_of(kind)) + "-" + year_text;
  report.units = is_made ? ids_of(lacking) : units_told(context, kind, year, nullptr);
  report.part = Part::common;
  report.lacking_on = *deadline;
  const auto* const principal = handbook.find_unit(handbook.settings.principal);
  if (principal != nullptr) report.owner = principal->head;
  context.report_entry(std::move(report));
}

/// Who owns the newest text of the document; empty if there is none.
RoleId owner_of_document(const CheckContext& context, const DocumentId& id) {
  const auto* const document = context.handbook().find_document(id);
  if (document == nullptr || document->revisions.empty()) return {};
  return document->revisions.back().owner;
}

void report_about(CheckContext& context, const YearlyReport& row, CheckReport report) {
  report.location = row.location;
  report.what.insert(report.what.begin(), row.id);
  report.subject = row.id;
  report.owner = owner_of_document(context, row.id);
  if (!report.units) report.units = units_told(context, row.kind, row.year, &row);
  context.report_entry(std::move(report));
}

std::vector<std::string> missing_figures(const YearlyReport& report) {
  std::vector<std::string> missing;
  if (!report.investigated_events) missing.emplace_back("investigated_events");
  if (!report.serious_injuries) missing.emplace_back("serious_injuries");
  return missing;
}

/// True if the report can still be mended: it is known on the day, and not taken out.
bool is_alive(const CheckContext& context, const YearlyReport& report) {
  const auto* const document = context.view().find(report.id);
  return document != nullptr && document->state != DocumentState::unknown &&
         !is_over(document->state);
}

bool is_owed(const ContractReport& report, Date day) {
  const bool has_due_day = report.due_on != Date();
  const bool is_received = report.received_on && *report.received_on <= day;
  return has_due_day && report.due_on < day && !is_received;
}

}  // namespace

void check_report_quality_missing(CheckContext& context) {
  check_report_made(context, ReportKind::quality, Code::report_quality_missing);
}

void check_report_safety_missing(CheckContext& context) {
  check_report_made(context, ReportKind::patient_safety, Code::report_safety_missing);
}

void check_report_safety_late(CheckContext& context) {
  for (const auto& report : context.handbook().reports) {
    if (report.kind != ReportKind::patient_safety) continue;
    const auto due_on = report_due_on(context.handbook().settings.yearly, report.kind, report.year);
    const auto approved_on = first_approved_on(context.view(), report.id);
    if (!due_on || !approved_on || *approved_on <= *due_on) continue;
    if (missing_history(*context.view().find(report.id)->document)) continue;  // perhaps earlier
    if (due_on->plus_months(12) <= context.day()) continue;  // the next one is due: it is history
    report_about(context, report,
                 {Code::report_safety_late, {}, {approved_on->to_string(), due_on->to_string()}});
  }
}

void check_report_section_missing(CheckContext& context) {
  for (const auto& report : context.handbook().reports) {
    if (report.kind != ReportKind::patient_safety) continue;
    const auto missing = missing_figures(report);
    if (missing.empty() || context.view().in_force(report.id) == nullptr) continue;
    const auto keys = join(missing, ", ");
    report_about(context, report, {Code::report_section_missing, {}, {keys}, {keys}});
  }
}

void check_report_unit_missing(CheckContext& context) {
  for (const auto& report : context.handbook().reports) {
    const bool is_judged =
        report.kind == ReportKind::quality || report.kind == ReportKind::patient_safety;
    if (!is_judged || !is_alive(context, report)) continue;
    const auto units = units_not_covered(context.handbook(), report, context.day());
    if (units.empty()) continue;
    CheckReport found{
        Code::report_unit_missing, {}, {std::to_string(report.year), join(names_of(units), ", ")}};
    found.units = ids_of(units);
    report_about(context, report, std::move(found));
  }
}

void check_contractor_report_missing(CheckContext& context) {
  for (const auto& owed : context.handbook().contract_reports) {
    if (!is_owed(owed, context.day())) continue;
    const auto* const unit = context.handbook().find_unit(owed.unit);
    CheckReport report{
        Code::contractor_report_missing,
        owed.location,
        {unit == nullptr ? owed.unit : unit->name, "@report." + std::string(name_of(owed.kind)),
         std::to_string(owed.year), owed.due_on.to_string()},
        {owed.id}};
    report.subject = owed.unit;
    report.row = owed.id;
    report.lacking_on = owed.due_on;
    report.owner = owner_of_document(context, owed.agreement);
    if (report.owner.empty() && unit != nullptr) report.owner = unit->head;
    context.report_entry(std::move(report));
  }
}

}  // namespace handbok
