#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.hpp"
#include "derive/organisation.hpp"
#include "model/handbook.hpp"
#include "model/self_check.hpp"

namespace handbok {

/// True if the self-check is still made on the day: its end has not come.
bool is_made_on(const SelfCheck& check, Date day);

/// The planned days of a self-check with `from ≤ day < until`, rising. They follow `first_on` by
/// `every_months`, as long as the check is made. A check that begins on a 31st, or is planned for
/// the last day, falls on the last day of each of its months; another day that a month lacks means
/// the last day of that month. Without `first_on` there are none, without `every_months` just one.
std::vector<Date> planned_days(const SelfCheck& check, Date from, Date until);

/// The first planned day after the last one that an occurrence known on `day` answers; the first of
/// all if there is none, no value if no more are planned. An occurrence answers the planned day
/// nearest to its `due_on`, the earlier of two. Of days before the history of the register begins
/// (is_known) it is not known whether they were kept: none of them is the next, once it has passed.
std::optional<Date> next_planned_day(const Handbook& handbook, const SelfCheck& check, Date day);

/// Whose result an occurrence is, as seen from one of the units that make the check.
enum class ResultOf : std::uint8_t {
  unit,      ///< of the unit, of a unit above it, or of the only one that makes the check
  together,  ///< of all together, which is said
  unsaid     ///< it names nobody: whether the unit took part is not known
};

/// Whose a result says that it is.
struct ResultOwner {
  UnitId unit;            ///< empty: it names nobody
  bool together = false;  ///< of all together; idle where a unit is named
  Date on;                ///< of the organisation in which the unit is looked for
};

/// Whose it is for the unit, which alone makes the check or does not; none if it is another unit's.
std::optional<ResultOf> result_of(const Handbook& handbook, const ResultOwner& owner,
                                  const OrgUnit& unit, bool is_alone);

/// A result, as seen from a unit.
struct UnitResult {
  const CheckOccurrence* occurrence = nullptr;  ///< nullptr: none
  ResultOf of = ResultOf::unit;
};

/// The result that answers the planned day for the unit, which alone made the check that day or did
/// not, as known on the day of `units`: the last that is its own or of all together, or else one
/// that names nobody.
UnitResult result_in(const UnitsOnDay& units, const SelfCheck& check, Date planned,
                     const OrgUnit& unit, bool is_alone);

/// The result made last of those known on the day, whoever's it is, or nullptr.
const CheckOccurrence* last_result(const SelfCheck& check, Date day);

/// The last result that counts for the unit, whatever day it answers. One that names nobody is the
/// unit's own if it alone made the check on the day that it answers.
UnitResult last_result_in(const UnitsOnDay& units, const SelfCheck& check, const OrgUnit& unit);

/// A next planned day, and the units for which it is that.
struct UnitsDue {
  Date on;
  std::vector<const OrgUnit*> units;  ///< by id; empty if nobody makes the check
  bool are_all = true;                ///< of those that make it
};

/// The next planned days of a check, rising: one if all units that make it stand alike. A result
/// that names no unit counts for all: nobody is told to be late whom the sources do not name.
std::vector<UnitsDue> next_planned_days(const UnitsOnDay& units, const SelfCheck& check);

/// The next planned day for one of the units that make the check, none if no more are planned. A
/// unit is late with no day on which it did not make the check.
std::optional<Date> next_planned_day(const Handbook& handbook, const SelfCheck& check,
                                     const OrgUnit& unit, Date day);

/// The units that make a self-check on the day, by id (domain.md 4.6). A common check is made by
/// each operative unit that shares a regime with it, if it names any, and that a document it checks
/// applies to. A local one is made by the
/// units it names, whatever their regimes, also by a contractor; a named unit with units below
/// stands for the operative ones among those that share a regime. `except_units` and what lies
/// below them never make it, and nobody makes a check that has ended.
std::vector<const OrgUnit*> units_that_make(const UnitsOnDay& units, const SelfCheck& check);
/// True if the unit is one of them.
bool makes(const UnitsOnDay& units, const SelfCheck& check, const OrgUnit& unit);

}  // namespace handbok
