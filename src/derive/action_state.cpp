#include "derive/action_state.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "derive/missing_history.hpp"

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
    const bool is_present = was_decided(view, action.decided_on, "actions");
    return is_present && is_alive_on(action, view.day()) &&
           action.origin == ActionOrigin::finding && action.origin_id == finding.id;
  });
}

}  // namespace

bool is_known_on(const Action& action, Date day) {
  return !action.decided_on || *action.decided_on <= day;
}

bool is_alive_on(const Action& action, Date day) {
  const bool is_cancelled =
      action.status == ActionStatus::cancelled && (!action.done_on || *action.done_on <= day);
  return is_known_on(action, day) && !is_cancelled;
}

bool is_known_on(const DayView& view, const Rollout& rollout) {
  const auto* const document = view.handbook().find_document(rollout.document);
  if (document == nullptr || !rollout.due_on) return true;
  std::optional<Date> approved;
  for (const auto& revision : document->revisions) {
    const auto* const signature = revision.approved();
    if (signature != nullptr && (!approved || signature->on <= *rollout.due_on))
      approved = signature->on;
  }
  return !approved || *approved <= view.day();
}

bool is_done_on(const Action& action, Date day) {
  return action.status == ActionStatus::done && (!action.done_on || *action.done_on <= day);
}

bool knows_decisions(const DayView& view) {
  return is_known(view, view.day(), "texts findings actions");
}

bool is_decided(const DayView& view, const Finding& finding) {
  const auto* const action = view.handbook().find_action(finding.decision);
  const bool is_said = !trim(finding.decision).empty() &&
                       (action == nullptr ? was_decided(view, std::nullopt, "findings")
                                          : was_decided(view, action->decided_on, "actions"));
  return is_said || is_answered_by_revision(view, finding) || is_answered_by_action(view, finding);
}

}  // namespace handbok
