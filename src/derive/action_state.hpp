#pragma once

#include "base/date.hpp"
#include "derive/day_view.hpp"
#include "model/action.hpp"
#include "model/planning.hpp"
#include "model/practice.hpp"

namespace handbok {

/// True if the action is decided by that day; one without a day has always been.
bool is_known_on(const Action& action, Date day);

/// True if it is decided and not cancelled by that day; cancelled without a day it never was alive.
bool is_alive_on(const Action& action, Date day);

/// True if the roll-out can have been planned by the day of the view: the text that it makes known,
/// the last that was approved by its last day or else the first, has been approved.
bool is_known_on(const DayView& view, const Rollout& rollout);

/// True if it was done by that day, as far as its row tells; one without a day has always been.
bool is_done_on(const Action& action, Date day);

/// True if all that was decided about findings by the day of the view is here.
bool knows_decisions(const DayView& view);

/// True if something is decided about the finding on the day of the view: its row says what, a
/// revision that has been begun says that it answers it, or an action that is not cancelled comes
/// from it.
bool is_decided(const DayView& view, const Finding& finding);

}  // namespace handbok
