#pragma once

#include <vector>

#include "base/date.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// True if the unit does the work itself on the day: it exists, is our own and has no units below.
bool is_operative_on(const Handbook& handbook, const OrgUnit& unit, Date day);

/// The units that make a self-check on the day, by id (domain.md 4.6). A common check is made by
/// each operative unit that shares a regime with it, if it names any, and that a document it checks
/// applies to. A local one is made by the
/// units it names, whatever their regimes, also by a contractor; a named unit with units below
/// stands for the operative ones among those that share a regime. `except_units` and what lies
/// below them never make it, and nobody makes a check that has ended.
std::vector<const OrgUnit*> units_that_make(const Handbook& handbook, const SelfCheck& check,
                                            Date day);

}  // namespace handbok
