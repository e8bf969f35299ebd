#pragma once

#include <optional>
#include <vector>

#include "base/date.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// The days with `from ≤ day < until` on which the forum meets, rising: `first_on`, and in every
/// `every_months` month after it the same weekday of the same week: the second Tuesday again falls
/// on the second Tuesday, a fifth one on the last. None without `first_on`; one if it does not
/// recur.
std::vector<Date> meeting_days(const Forum& forum, Date from, Date until);

/// The first day on or after `day` on which the forum meets.
std::optional<Date> next_meeting(const Forum& forum, Date day);

/// The forums where the unit follows up its quality: those of its own level. A contractor has
/// forums of its own.
std::vector<const Forum*> forums_of(const Handbook& handbook, const OrgUnit& unit);

}  // namespace handbok
