#pragma once

#include "base/date.hpp"
#include "model/action.hpp"

namespace handbok {

/// True if the action is decided by that day; one without a day has always been.
bool is_known_on(const Action& action, Date day);

/// True if it was done by that day, as far as its row tells; one without a day has always been.
bool is_done_on(const Action& action, Date day);

}  // namespace handbok
