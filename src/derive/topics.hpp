#pragma once

#include <string_view>
#include <vector>

#include "derive/day_view.hpp"

namespace handbok {

/// The routines in force about the topic, by document id.
std::vector<const Revision*> routines_about(const DayView& view, std::string_view topic);

/// True if the topic names no regime, or some unit of our own works under one of them on the day.
bool is_needed_on(const Handbook& handbook, const Topic& topic, Date day);

/// The routines in force on the day of the view that describe the duty: those of a type that is a
/// routine, about one of its topics and under one of its regimes (a side that names no regime meets
/// every one). Common ones first, then those that complement or replace another; within that by id.
std::vector<const Revision*> reporting_routines(const DayView& view, const ReportingDuty& duty);

}  // namespace handbok
