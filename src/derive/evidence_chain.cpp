#include "derive/evidence_chain.hpp"

#include <algorithm>

#include "derive/action_state.hpp"
#include "derive/reach.hpp"
#include "derive/self_check_days.hpp"

namespace handbok {
namespace {

template <typename Rows>
auto rows_of(const Rows& rows, std::string_view id) {
  const auto found = rows.find(id);
  return found == rows.end() ? typename Rows::mapped_type() : found->second;
}

}  // namespace

EvidenceIndex::EvidenceIndex(const DayView& view) : view_(&view) {
  const auto& handbook = view.handbook();
  const auto day = view.day();
  for (const auto& document : view.documents()) {
    if (document.in_force == nullptr || !document.in_force->process) continue;
    for (const auto& node : document.in_force->process->nodes) {
      for (const auto& routine : node.routines)
        steps_[routine].push_back({document.in_force, &node});
    }
  }
  for (const auto& rollout : handbook.rollouts) {
    if (!rollout.done_on || day < *rollout.done_on) continue;
    rollouts_[rollout.document].push_back(&rollout);
    told_[&rollout] = units_of(view, rollout);
  }
  for (const auto& check : handbook.self_checks) {
    for (const auto& document : check.checks)
      checks_[document].push_back(&check);
    makers_[&check] = units_that_make(view.units(), check);
  }
  for (const auto& finding : handbook.findings) {
    if (finding.found_on <= day) findings_[finding.about].push_back(&finding);
  }
  for (const auto& action : handbook.actions) {
    if (is_alive_on(action, day) && !action.origin_id.empty())
      actions_[action.origin_id].push_back(&action);
  }
}

/// What is done in another unit shows nothing here.
void EvidenceIndex::add_actions(EvidenceChain& chain, const OrgUnit& unit) const {
  const auto add = [&](const Action* action) {
    const bool is_here = action->unit.empty() || view_->units().is_within(unit, action->unit);
    if (is_here && std::ranges::find(chain.actions, action) == chain.actions.end())
      chain.actions.push_back(action);
  };
  for (const auto* const finding : chain.findings) {
    for (const auto* const action : rows_of(actions_, finding->id))
      add(action);
    const auto* const decided = view_->handbook().find_action(finding->decision);
    if (decided != nullptr && is_known_on(*decided, view_->day())) add(decided);
  }
  for (const auto* const check : chain.checks) {
    for (const auto* const action : rows_of(actions_, check->id))
      add(action);
  }
}

EvidenceChain EvidenceIndex::chain(std::string_view document, const OrgUnit& unit) const {
  EvidenceChain chain;
  const auto* const known = view_->find(document);
  const auto& units = view_->units();
  const bool is_followed =
      known != nullptr && known->in_force != nullptr && applies(*view_, *known->in_force, unit);
  if (!is_followed) return chain;
  chain.text = known->in_force;
  std::vector<std::string_view> followed{document};  // it, and what it replaces here
  for (const auto& relation : chain.text->relations) {
    if (relation.kind == RelationKind::replaces_locally) followed.push_back(relation.document);
  }
  for (const auto name : followed) {
    for (const auto& step : rows_of(steps_, name)) {
      const bool is_made =
          applies(*view_, *step.process, unit) &&
          (step.node->performed_in.empty() || units.is_within_any(unit, step.node->performed_in));
      if (is_made) chain.steps.push_back(step);
    }
    for (const auto* const check : rows_of(checks_, name)) {
      if (std::ranges::find(makers_.at(check), &unit) != makers_.at(check).end())
        chain.checks.push_back(check);
    }
  }
  for (const auto* const rollout : rows_of(rollouts_, document)) {
    const auto& told = told_.at(rollout);
    if (std::ranges::find(told, &unit) != told.end()) chain.told.push_back(rollout);
  }
  chain.findings = rows_of(findings_, document);
  add_actions(chain, unit);
  for (const auto& revision : known->document->revisions) {
    const bool is_adopted = is_published(view_->of(revision).state);
    if (is_adopted && !revision.revises_because.empty()) chain.changed.push_back(&revision);
  }
  return chain;
}

}  // namespace handbok
