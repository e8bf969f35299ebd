#pragma once

#include <map>
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

/// The organisation of a day, for many questions about its units. Refers to the handbook, whose
/// units they must be. Safe to read from any thread once built.
class UnitsOnDay {
public:
  UnitsOnDay(const Handbook& handbook, Date day);

  const Handbook& handbook() const { return *handbook_; }
  Date day() const { return day_; }

  /// is_within() of a unit of the handbook.
  bool is_within(const OrgUnit& unit, std::string_view ancestor) const;
  bool is_within_any(const OrgUnit& unit, const std::vector<UnitId>& ancestors) const;
  /// True if units of its kind that do the work lay below it: a staff unit is no child of others.
  bool has_children(const OrgUnit& unit) const;
  /// True if the unit does the work itself: it exists, is our own and has no such units below.
  bool is_operative(const OrgUnit& unit) const;

private:
  struct Place {
    const OrgUnit* parent = nullptr;
    bool has_children = false;
  };

  const Place& place_of(const OrgUnit& unit) const;

  const Handbook* handbook_;
  Date day_;
  std::vector<Place> places_;  ///< of the units, in their order
};

/// The organisation of several days, each made when it is first asked for. Not safe to share
/// between threads.
class UnitsByDay {
public:
  explicit UnitsByDay(const Handbook& handbook) : handbook_(&handbook) {}
  const Handbook& handbook() const { return *handbook_; }
  const UnitsOnDay& on(Date day) { return days_.try_emplace(day, *handbook_, day).first->second; }

private:
  const Handbook* handbook_;
  std::map<Date, UnitsOnDay> days_;
};

/// How many steps below the principal the unit lay on the day.
int depth_on(const Handbook& handbook, std::string_view unit, Date day);

/// The levels that some duty of the day names, from the top.
std::vector<const OrgLevel*> levels_with_duties(const Handbook& handbook, Date day);

}  // namespace handbok
