#pragma once

#include <optional>
#include <vector>

#include "base/date.hpp"
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
/// nearest to its `due_on`, the earlier of two.
std::optional<Date> next_planned_day(const SelfCheck& check, Date day);

}  // namespace handbok
