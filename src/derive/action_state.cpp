#include "derive/action_state.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace handbok {
namespace {

/// True if a revision that was begun by the day, archived or not, says that it answers the finding.
bool is_answered_by_revision(const DayView& view, const Finding& finding) {
  for (const auto& document : view.handbook().documents) {
    for (const auto& revision : document.revisions) {
      const bool is_known = view.of(revision).state != RevisionState::unknown;
      if (is_known && includes(revision.revises_because, finding.id)) return true;
    }
  }
  return false;
}

bool is_answered_by_action(const DayView& view, const Finding& finding) {
  return std::ranges::any_of(view.handbook().actions, [&](const Action& action) {
    const bool is_present =
        is_known_on(action, view.day()) && action.status != ActionStatus::cancelled;
    return is_present && action.origin == ActionOrigin::finding && action.origin_id == finding.id;
  });
}

}  // namespace

bool is_known_on(const Action& action, Date day) {
  return !action.decided_on || *action.decided_on <= day;
}

bool is_done_on(const Action& action, Date day) {
  return action.status == ActionStatus::done && (!action.done_on || *action.done_on <= day);
}

bool is_decided(const DayView& view, const Finding& finding) {
  return !trim(finding.decision).empty() || is_answered_by_revision(view, finding) ||
         is_answered_by_action(view, finding);
}

}  // namespace handbok
