// Days of the handbook's own registers: those that have passed, and those that nobody would be told
// of.

#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/missing_history.hpp"
#include "derive/own_rows.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

void report_day(CheckContext& context, const OwnDay& day, CheckReport report) {
  report.location = day.of.row->location;
  report.what.insert(report.what.begin(), {day.of.title(), day.field->name});
  report.subject = day.of.row->id;
  const auto owners = day.owners();
  if (!owners.empty()) report.owner = owners.front();
  context.report_entry(std::move(report));
}

/// However far away: no day comes after the year 9999.
std::vector<OwnDay> all_days(const CheckContext& context) {
  return own_days(context.handbook(), context.day(), context.day().plus_months(12 * 10'000));
}

}  // namespace

void check_register_day_passed(CheckContext& context) {
  for (const auto& day : own_days(context.handbook(), context.day(), context.day().plus_days(-1))) {
    if (is_known(context.view(), day.on, day.of.declared->about.file))
      report_day(context, day, {Code::register_day_passed, {}, {day.on.to_string()}});
  }
}

void check_register_day_unowned(CheckContext& context) {
  for (const auto& day : all_days(context)) {
    const auto* const owner = day.of.declared->find_field(day.field->owner);
    if (owner->is_required || !day.owners().empty()) continue;  // a missing key is told already
    report_day(context, day, {Code::register_day_unowned, {}, {day.on.to_string()}, {owner->name}});
  }
}

void check_register_day_ahead(CheckContext& context) {
  for (const auto& day : all_days(context)) {
    if (day.field->every_months != 0 && context.day() < day.written)
      report_day(context, day, {Code::register_day_ahead, {}, {day.written.to_string()}});
  }
}

}  // namespace handbok
