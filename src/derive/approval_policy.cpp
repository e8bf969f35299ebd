#include "derive/approval_policy.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace handbok {
namespace {

bool matches(const ApprovalPolicy& policy, const Revision& revision, const std::string& level) {
  return (policy.levels.empty() || includes(policy.levels, level)) &&
         (policy.regimes.empty() || shares_any(policy.regimes, revision.regimes));
}

int specificity(const ApprovalPolicy& policy) {
  return (policy.levels.empty() ? 0 : 2) + (policy.regimes.empty() ? 0 : 1);
}

void add_once(std::vector<RoleId>& roles, const std::vector<RoleId>& more) {
  for (const auto& role : more) {
    if (!role.empty() && !includes(roles, role)) roles.push_back(role);
  }
}

/// Who owned the revision that the relation was written against, or else the latest one.
RoleId owner_of_base(const Handbook& handbook, const Relation& relation) {
  const auto* const base = handbook.find_document(relation.document);
  if (base == nullptr || base->revisions.empty()) return {};
  const auto* const named = relation.based_on ? base->find(*relation.based_on) : nullptr;
  return named != nullptr ? named->owner : base->revisions.back().owner;
}

}  // namespace

const ApprovalPolicy* policy_for(const Handbook& handbook, const Revision& revision) {
  const auto* const type = handbook.find_type(revision.type);
  if (type == nullptr) return nullptr;
  const auto* const unit = handbook.find_unit(revision.unit);
  const auto level = unit == nullptr ? std::string() : unit->level;
  const ApprovalPolicy* best = nullptr;
  for (const auto& policy : type->policies) {
    if (!matches(policy, revision, level)) continue;
    if (best == nullptr || specificity(policy) > specificity(*best)) best = &policy;
  }
  return best;
}

std::optional<std::vector<RoleId>> roles_for(const ApprovalPolicy& policy, SignatureStep step,
                                             ChangeKind change) {
  const auto any_if_empty = [](const std::vector<RoleId>& roles) {
    return roles.empty() ? std::nullopt : std::optional(roles);
  };
  switch (step) {
    case SignatureStep::drafted: return any_if_empty(policy.drafts);
    case SignatureStep::consulted: return std::nullopt;
    case SignatureStep::reviewed: return any_if_empty(policy.reviews);
    case SignatureStep::approved: {
      auto roles = policy.approves;
      if (change == ChangeKind::editorial) add_once(roles, policy.approves_editorial);
      return roles;
    }
  }
  return std::nullopt;
}

std::optional<std::vector<RoleId>> roles_to_ask(const ApprovalPolicy& policy, SignatureStep step,
                                                const Revision& revision) {
  auto roles = roles_for(policy, step, revision.change_kind);
  if (!roles || !policy.four_eyes || !revision.approval) return roles;
  for (const auto& signature : revision.approval->signatures)
    if (signature.step == SignatureStep::drafted) std::erase(*roles, signature.role);
  return roles;
}

std::vector<RoleId> roles_to_consult(const Handbook& handbook, const ApprovalPolicy& policy,
                                     const Revision& revision) {
  std::vector<RoleId> roles;
  add_once(roles, policy.consults);
  for (const auto& consultation : policy.consults_by_regime) {
    if (includes(revision.regimes, consultation.regime)) add_once(roles, consultation.roles);
  }
  if (policy.consults_base_owner) {
    for (const auto& relation : revision.relations) {
      if (relation.kind == RelationKind::complements) {
        add_once(roles, {owner_of_base(handbook, relation)});
      }
    }
  }
  return roles;
}

std::vector<RoleId> missing_consultations(const Handbook& handbook, const Revision& revision,
                                          const std::vector<Signature>& signatures) {
  const auto* const policy = policy_for(handbook, revision);
  if (policy == nullptr) return {};
  auto missing = roles_to_consult(handbook, *policy, revision);
  std::erase_if(missing, [&](const RoleId& role) {
    return std::ranges::find(signatures, role, &Signature::role) != signatures.end();
  });
  return missing;
}

std::vector<TextWait> waits_on(const Handbook& handbook, const Revision& revision, Date day) {
  const auto& approval = *revision.approval;
  if (!approval.submitted || day < *approval.submitted) {
    const bool is_returned = !approval.returned.empty() && approval.returned.back().on <= day;
    if (!is_returned) return {};
    return {{DueKind::mending, approval.returned.back().on, {revision.owner}}};
  }
  const auto* const policy = policy_for(handbook, revision);
  if (policy == nullptr) return {};
  auto signatures = approval.signatures;
  std::erase_if(signatures, [&](const Signature& signature) { return day < signature.on; });
  const auto since = *approval.submitted;
  std::vector<TextWait> waits;
  const auto approvers = roles_to_ask(*policy, SignatureStep::approved, revision);
  auto consulted = missing_consultations(handbook, revision, signatures);
  if (!consulted.empty()) waits.push_back({DueKind::consultation, since, std::move(consulted)});
  if (std::ranges::find(signatures, SignatureStep::reviewed, &Signature::step) == signatures.end())
    waits.push_back(
        {DueKind::scrutiny, since,
         roles_to_ask(*policy, SignatureStep::reviewed, revision).value_or(*approvers)});
  if (waits.empty()) waits.push_back({DueKind::approval, since, *approvers});
  return waits;
}

bool is_other_than_submitted(const Revision& revision) {
  return revision.approval &&
         std::ranges::any_of(revision.approval->signatures, [&](const Signature& signature) {
           return signature.step == SignatureStep::drafted && !signature.digest.empty() &&
                  signature.digest != revision.digest;
         });
}

}  // namespace handbok
