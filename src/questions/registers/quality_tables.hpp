#pragma once

#include "base/value_table.hpp"
#include "derive/day_view.hpp"

namespace handbok {

// Registers of what is seen, known and shown, as tables on the day of the view; what the handbook
// does not yet know on it is left out.

ValueTable findings_table(const DayView& view);
ValueTable methods_table(const DayView& view);
ValueTable information_sources_table(const DayView& view);
ValueTable external_systems_table(const DayView& view);
ValueTable evidence_table(const DayView& view);
ValueTable rollouts_table(const DayView& view);
ValueTable terms_table(const DayView& view);
ValueTable clauses_table(const DayView& view);
ValueTable waivers_table(const DayView& view);

}  // namespace handbok
