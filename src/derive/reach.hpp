#pragma once

#include <string_view>
#include <vector>

#include "derive/day_view.hpp"

namespace handbok {

/// True if the revision applies to the unit on the day: the unit lies within its reach, is not
/// excluded, shares a regime with it (if it names any), and is not a contractor (domain.md 2.4).
bool reaches(const Handbook& handbook, const Revision& revision, const OrgUnit& unit, Date day);

/// The revisions in force that apply to the unit: central first, then nearer levels, then its own;
/// within a level by document id.
std::vector<const Revision*> effective_handbook(const DayView& view, const OrgUnit& unit);

}  // namespace handbok
