#pragma once

#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// True if the unit existed on the day.
bool exists_on(const OrgUnit& unit, Date day);

/// The id of the unit above on that day; empty for the principal.
const UnitId& parent_on(const OrgUnit& unit, Date day);

/// True if `unit` is `ancestor` or lay below it on the day. Unknown units lie nowhere; a circle in
/// the tree ends the search.
bool is_within(const Handbook& handbook, std::string_view unit, std::string_view ancestor,
               Date day);

/// The units straight below `parent` that existed on the day, by id.
std::vector<const OrgUnit*> children_on(const Handbook& handbook, std::string_view parent,
                                        Date day);

/// True if the two lists have a regime in common.
bool shares_any(const std::vector<RegimeId>& some, const std::vector<RegimeId>& others);

/// How many steps below the principal the unit lay on the day.
int depth_on(const Handbook& handbook, std::string_view unit, Date day);

/// The levels that some duty of the day names, from the top.
std::vector<const OrgLevel*> levels_with_duties(const Handbook& handbook, Date day);

}  // namespace handbok
