#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "derive/day_view.hpp"

namespace handbok {

/// What would be left in the air on the day of the view if the document went: what rests on it
/// (derive/dependents) without what only tells of the past, and the revisions in the making, of
/// others that point at it and of its own. Each once, as `handbok impact` names it; a revision is
/// "RUT-030@2".
std::vector<std::string> still_resting_on(const DayView& view, std::string_view document);

}  // namespace handbok
