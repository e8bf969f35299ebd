// Whether self-checks answer the five questions, are made and lead somewhere (SOSFS 2011:9 5:2).

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/self_check_days.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"

namespace handbok {
namespace {

CheckReport self_check_report(const CheckContext& context, const SelfCheck& check, Code code,
                              std::vector<std::string> what, std::vector<std::string> remedy = {}) {
  const auto& units = context.view().units();
  CheckReport report{code, check.location, std::move(what), std::move(remedy)};
  report.units = units_where(units, check.units,
                             [&](const OrgUnit& unit) { return makes(units, check, unit); });
  report.subject = check.id;
  if (!check.performed_by.empty()) report.owner = check.performed_by.front();
  return report;
}

std::vector<const SelfCheck*> present_checks(const CheckContext& context) {
  std::vector<const SelfCheck*> checks;
  for (const auto& check : context.handbook().self_checks) {
    if (is_made_on(check, context.day())) checks.push_back(&check);
  }
  return checks;
}

/// The keys of the five questions that are empty: what, when, where documented and by whom. How it
/// is made needs no asking, since every check has a form.
std::vector<std::string> unanswered(const SelfCheck& check) {
  std::vector<std::string> keys;
  if (trim(check.what).empty()) keys.emplace_back("what");
  if (check.every_months <= 0 && !check.first_on) keys.emplace_back("every_months");
  if (trim(check.documented_in).empty()) keys.emplace_back("documented_in");
  if (check.performed_by.empty()) keys.emplace_back("performed_by");
  if (check.analysed_by.empty()) keys.emplace_back("analysed_by");
  return keys;
}

bool is_linked(const Handbook& handbook, const SelfCheck& check) {
  return std::ranges::any_of(
      check.checks, [&](const DocumentId& id) { return handbook.find_document(id) != nullptr; });
}

bool led_nowhere(const CheckOccurrence& occurrence) {
  return trim(occurrence.analysis).empty() && trim(occurrence.decision).empty();
}

/// The operative units that make some check on the day.
std::set<const OrgUnit*> units_that_check(const CheckContext& context) {
  std::set<const OrgUnit*> units;
  for (const auto* const check : present_checks(context)) {
    const auto made_by = units_that_make(context.view().units(), *check);
    units.insert(made_by.begin(), made_by.end());
  }
  return units;
}

}  // namespace

void check_selfcheck_incomplete(CheckContext& context) {
  for (const auto* const check : present_checks(context)) {
    const auto keys = join(unanswered(*check), ", ");
    if (keys.empty()) continue;
    context.report_entry(
        self_check_report(context, *check, Code::selfcheck_incomplete, {check->id, keys}, {keys}));
  }
}

void check_selfcheck_unlinked(CheckContext& context) {
  for (const auto* const check : present_checks(context)) {
    if (is_linked(context.handbook(), *check)) continue;
    context.report_entry(self_check_report(context, *check, Code::selfcheck_unlinked, {check->id}));
  }
}

void check_selfcheck_overdue(CheckContext& context) {
  for (const auto* const check : present_checks(context)) {
    for (const auto& due : next_planned_days(context.view().units(), *check)) {
      if (context.day() <= due.on) break;
      const auto names = due.are_all ? std::vector<std::string>() : names_of(due.units);
      const auto days = days_slot(days_between(due.on, context.day()));
      auto report =
          self_check_report(context, *check, Code::selfcheck_overdue,
                            {named_in(check->id, names), due.on.to_string(), days}, {check->id});
      report.units = ids_of(due.units);
      context.report_entry(std::move(report));
    }
  }
}

/// The last result in each unit that makes the check: a later one of another unit hides none.
void check_selfcheck_no_analysis(CheckContext& context) {
  const auto& units = context.view().units();
  for (const auto* const check : present_checks(context)) {
    std::map<const CheckOccurrence*, std::vector<const OrgUnit*>> latest;
    for (const auto* const unit : units_that_make(units, *check))
      latest[last_result_in(units, *check, *unit).occurrence].push_back(unit);
    if (latest.empty()) latest[last_result(*check, context.day())];
    for (const auto& result : check->occurrences) {
      const auto found = latest.find(&result);
      if (found == latest.end() || !led_nowhere(result)) continue;
      const auto* const unit = context.handbook().find_unit(result.unit);
      const auto names = unit == nullptr ? std::vector<std::string>() : std::vector{unit->name};
      auto report = self_check_report(context, *check, Code::selfcheck_no_analysis,
                                      {named_in(check->id, names), result.done_on.to_string()});
      report.units = ids_of(found->second);
      context.report_entry(std::move(report));
    }
  }
}

void check_unit_no_self_check(CheckContext& context) {
  const auto& handbook = context.handbook();
  if (handbook.self_checks.empty()) return;  // the register has not been begun
  const auto reached = units_that_check(context);
  for (const auto& unit : handbook.units) {
    if (!context.view().units().is_operative(unit) || reached.contains(&unit)) continue;
    CheckReport report{Code::unit_no_self_check, unit.location, {unit.name, unit.id}};
    report.subject = unit.id;
    report.owner = unit.head;
    context.report_entry(std::move(report));
  }
}

}  // namespace handbok
