#pragma once

#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// Bits of the hours that a number answers: 1 by day, 2 at other times. Scripts of the site count
/// with the same.
int hours_of(PhoneHours when);

/// A number, and the unit that has it.
struct PhoneAt {
  const UnitPhone* phone = nullptr;
  const OrgUnit* unit = nullptr;
};

/// The numbers at which a role is reached from the unit on the day: its own, and for hours that
/// none of them answers those of the unit above, and so on.
std::vector<PhoneAt> phones_of(const Handbook& handbook, const OrgUnit& unit, std::string_view role,
                               Date day);

/// The unit whose numbers hold for all: the principal, or the unit below it that everything else
/// lies in. nullptr if the handbook has no unit.
const OrgUnit* common_unit(const Handbook& handbook, Date day);

}  // namespace handbok
