#pragma once

#include "derive/bond_collector.hpp"
#include "derive/day_view.hpp"

namespace handbok {

/// Adds how the rows of the registers, units, law, terms and settings rest on the subject on the
/// day of the view. What is not yet known on the day, closed or done with does not count.
void add_register_dependents(const DayView& view, BondCollector& found);

}  // namespace handbok
