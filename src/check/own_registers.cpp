// Days of the handbook's own registers that have passed.

#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/missing_history.hpp"
#include "derive/own_rows.hpp"
#include "diag/code_names.hpp"

namespace handbok {

void check_register_day_passed(CheckContext& context) {
  for (const auto& day : own_days(context.handbook(), context.day(), context.day().plus_days(-1))) {
    if (!is_known(context.view(), day.on, day.of.declared->about.file)) continue;
    CheckReport report{Code::register_day_passed,
                       day.of.row->location,
                       {day.of.title(), day.field->name, day.on.to_string()}};
    report.subject = day.of.row->id;
    const auto owners = day.owners();
    if (!owners.empty()) report.owner = owners.front();
    context.report_entry(std::move(report));
  }
}

}  // namespace handbok
