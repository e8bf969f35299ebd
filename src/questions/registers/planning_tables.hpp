#pragma once

#include "base/value_table.hpp"
#include "derive/day_view.hpp"

namespace handbok {

// Registers of what is planned, decided and reported, as tables on the day of the view; what the
// handbook does not yet know on it is left out.

ValueTable services_table(const DayView& view);
ValueTable collaboration_table(const DayView& view);
ValueTable decisions_table(const DayView& view);
ValueTable reporting_duties_table(const DayView& view);
ValueTable forums_table(const DayView& view);
ValueTable reviews_table(const DayView& view);
ValueTable plans_table(const DayView& view);
ValueTable control_items_table(const DayView& view);
ValueTable reports_table(const DayView& view);
ValueTable contract_reports_table(const DayView& view);

}  // namespace handbok
