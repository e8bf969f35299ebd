#include "derive/action_state.hpp"

namespace handbok {

bool is_known_on(const Action& action, Date day) {
  return !action.decided_on || *action.decided_on <= day;
}

bool is_done_on(const Action& action, Date day) {
  return action.status == ActionStatus::done && (!action.done_on || *action.done_on <= day);
}

}  // namespace handbok
