#pragma once

#include <string_view>
#include <vector>

#include "derive/day_view.hpp"

namespace handbok {

/// The routines in force about the topic, by document id.
std::vector<const Revision*> routines_about(const DayView& view, std::string_view topic);

/// True if the topic names no regime, or some unit of our own works under one of them on the day.
bool is_needed_on(const Handbook& handbook, const Topic& topic, Date day);

}  // namespace handbok
