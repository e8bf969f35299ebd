#include "derive/role_uses.hpp"

#include <algorithm>

#include "derive/process_order.hpp"

namespace handbok {
namespace {

/// `ids` without repetitions, so that a role named twice gets a thing once.
std::vector<std::string> each_once(std::vector<std::string> ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace

RoleUses::RoleUses(std::span<const Revision* const> revisions) {
  for (const auto* const revision : revisions) {
    for (const auto& role : each_once(revision->audience))
      roles_[role].to_read.push_back(revision);
    add_tasks(*revision);
    if (revision->process) add_steps(*revision);
  }
}

void RoleUses::add_tasks(const Revision& revision) {
  for (const auto& task : revision.responsible) {
    for (const auto& role : each_once(task.roles))
      roles_[role].tasks.push_back({&revision, &task});
  }
}

void RoleUses::add_steps(const Revision& revision) {
  for (const auto& step : process_order(*revision.process)) {
    const auto& node = revision.process->nodes[step.node];
    const ProcessStep use{&revision, &node, step.number};
    for (const auto& role : each_once(node.roles))
      roles_[role].steps.push_back(use);
    for (const auto& unit : each_once(node.performed_in))
      units_[unit].push_back(use);
  }
}

const RoleUse& RoleUses::of_role(std::string_view role) const {
  static const RoleUse none;
  const auto it = roles_.find(role);
  return it == roles_.end() ? none : it->second;
}

const std::vector<ProcessStep>& RoleUses::steps_in(std::string_view unit) const {
  static const std::vector<ProcessStep> none;
  const auto it = units_.find(unit);
  return it == units_.end() ? none : it->second;
}

}  // namespace handbok
