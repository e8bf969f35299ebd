#pragma once

#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace handbok {

/// One step of a process.
struct ProcessStep {
  const Revision* process = nullptr;
  const ProcessNode* node = nullptr;
  int number = 0;  ///< its place in the working order; 0 for a start or an end
};

/// A task that a document gives to somebody.
struct AssignedTask {
  const Revision* revision = nullptr;
  const Responsibility* task = nullptr;
};

/// What a role has to do with documents. Each list is in the order that the revisions were given
/// in; steps within a process are in working order.
struct RoleUse {
  std::vector<ProcessStep> steps;
  std::vector<AssignedTask> tasks;
  std::vector<const Revision*> to_read;  ///< written for the role
};

/// Where each role and unit is named, found in one pass. Refers to the revisions, which must
/// outlive it. Safe to read from any thread once built.
class RoleUses {
public:
  /// `revisions` are those that apply, one for each document.
  explicit RoleUses(std::span<const Revision* const> revisions);

  /// What that role has to do; nothing for a role that is never named.
  const RoleUse& of_role(std::string_view role) const;

  /// The steps that say they are performed in that unit.
  const std::vector<ProcessStep>& steps_in(std::string_view unit) const;

private:
  void add_tasks(const Revision& revision);
  void add_steps(const Revision& revision);

  std::map<RoleId, RoleUse, std::less<>> roles_;
  std::map<UnitId, std::vector<ProcessStep>, std::less<>> units_;
};

}  // namespace handbok
