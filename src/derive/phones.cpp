#include "derive/phones.hpp"

#include "derive/organisation.hpp"

namespace handbok {

int hours_of(PhoneHours when) {
  switch (when) {
    case PhoneHours::always: return 3;
    case PhoneHours::daytime: return 1;
    case PhoneHours::out_of_hours: return 2;
  }
  return 3;
}

std::vector<PhoneAt> phones_of(const Handbook& handbook, const OrgUnit& unit, std::string_view role,
                               Date day) {
  std::vector<PhoneAt> found;
  const auto* at = &unit;
  int answered = 0;
  // A tree is never deeper than it has units; a circle in the content would be.
  for (std::size_t steps = 0; at != nullptr && steps < handbook.units.size(); ++steps) {
    int here = 0;
    for (const auto& phone : at->phones) {
      const int hours = hours_of(phone.when);
      if (phone.role != role || phone.phone.empty() || (hours & ~answered) == 0) continue;
      found.push_back({&phone, at});
      here |= hours;
    }
    answered |= here;
    at = handbook.find_unit(parent_on(*at, day));
  }
  return found;
}

const OrgUnit* common_unit(const Handbook& handbook, Date day) {
  const auto* unit = handbook.find_unit(handbook.settings.principal);
  for (std::size_t steps = 0; unit != nullptr && steps < handbook.units.size(); ++steps) {
    const auto below = children_on(handbook, unit->id, day);
    if (below.size() != 1) break;
    unit = below.front();
  }
  return unit;
}

}  // namespace handbok
