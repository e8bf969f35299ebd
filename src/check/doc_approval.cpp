// Who took which step with an adopted text, and in which order.

#include <algorithm>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/approval_policy.hpp"
#include "diag/code_names.hpp"
#include "model/approval_statement.hpp"

namespace handbok {
namespace {

/// The checked revisions that were adopted.
std::vector<const Revision*> adopted_revisions(const CheckContext& context) {
  std::vector<const Revision*> adopted;
  for (const auto& checked : context.revisions()) {
    if (checked.is_adopted()) adopted.push_back(checked.revision);
  }
  return adopted;
}

/// What was done before the policy began is only worth knowing.
Severity severity_under(const ApprovalPolicy& policy, const Revision& revision) {
  const bool is_binding = policy.policy_from && *policy.policy_from <= revision.approved()->on;
  return is_binding ? Severity::error : Severity::warning;
}

void check_signature_role(CheckContext& context, const ApprovalPolicy& policy,
                          const Revision& revision, const Signature& signature) {
  if (signature.step != SignatureStep::reviewed && signature.step != SignatureStep::approved) {
    return;
  }
  const auto allowed = roles_for(policy, signature.step, revision.change_kind);
  if (!allowed || includes(*allowed, signature.role)) return;
  CheckReport report{Code::doc_approval_role,
                     signature.location,
                     {signature.role, slot_of(signature.step), revision.document, revision.type,
                      allowed->empty() ? "@nothing.no_role" : join(*allowed, ", ")}};
  report.severity = severity_under(policy, revision);
  context.report(revision, std::move(report));
}

bool has_signed(const Revision& revision, const RoleId& role) {
  return std::ranges::any_of(revision.approval->signatures,
                             [&](const Signature& signature) { return signature.role == role; });
}

bool has_drafted(const Revision& revision, const RoleId& role) {
  return std::ranges::any_of(revision.approval->signatures, [&](const Signature& signature) {
    return signature.step == SignatureStep::drafted && signature.role == role;
  });
}

/// The last step that each role took after it had drafted.
std::map<RoleId, SignatureStep> own_reviews(const Revision& revision) {
  std::map<RoleId, SignatureStep> steps;
  for (const auto& signature : revision.approval->signatures) {
    const bool decides =
        signature.step == SignatureStep::reviewed || signature.step == SignatureStep::approved;
    if (decides && has_drafted(revision, signature.role)) {
      auto& last = steps.try_emplace(signature.role, signature.step).first->second;
      last = std::max(last, signature.step);
    }
  }
  return steps;
}

/// A signature that is dated before one of an earlier step.
struct Disorder {
  const Signature* step = nullptr;
  const Signature* earlier_step = nullptr;
};

std::optional<Disorder> find_disorder(const Revision& revision) {
  const auto& signatures = revision.approval->signatures;
  for (const auto& later : signatures) {
    if (later.step == SignatureStep::consulted) continue;
    for (const auto& earlier : signatures) {
      const bool comes_first =
          earlier.step < later.step && earlier.step != SignatureStep::consulted;
      if (comes_first && later.on < earlier.on) return Disorder{&later, &earlier};
    }
  }
  return std::nullopt;
}

}  // namespace

void check_doc_approval_missing(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    if (!revision.approval || !revision.approval->valid_from) continue;
    if (revision.approved() != nullptr) continue;
    CheckReport report{Code::doc_approval_missing,
                       revision.approval->validity_location,
                       {revision.document, std::to_string(revision.number),
                        revision.approval->valid_from->to_string()},
                       {revision.document}};
    report.severity = Severity::error;  // not lowered: the file says that it is adopted
    context.report(revision, std::move(report));
  }
}

void check_doc_approval_role(CheckContext& context) {
  for (const auto* const revision : adopted_revisions(context)) {
    const auto* const policy = policy_for(context.handbook(), *revision);
    if (policy == nullptr) continue;
    for (const auto& signature : revision->approval->signatures) {
      check_signature_role(context, *policy, *revision, signature);
    }
  }
}

void check_doc_consult_missing(CheckContext& context) {
  for (const auto* const revision : adopted_revisions(context)) {
    const auto* const policy = policy_for(context.handbook(), *revision);
    if (policy == nullptr) continue;
    auto missing = roles_to_consult(context.handbook(), *policy, *revision);
    std::erase_if(missing, [&](const RoleId& role) { return has_signed(*revision, role); });
    if (missing.empty()) continue;
    context.report(*revision,
                   {Code::doc_consult_missing,
                    revision->approved()->location,
                    {revision->document, std::to_string(revision->number), join(missing, ", ")}});
  }
}

void check_doc_four_eyes(CheckContext& context) {
  for (const auto* const revision : adopted_revisions(context)) {
    const auto* const policy = policy_for(context.handbook(), *revision);
    if (policy != nullptr && !policy->four_eyes) continue;
    for (const auto& [role, step] : own_reviews(*revision)) {
      context.report(*revision,
                     {Code::doc_four_eyes,
                      revision->approved()->location,
                      {role, revision->document, std::to_string(revision->number), slot_of(step)}});
    }
  }
}

void check_doc_approval_before_review(CheckContext& context) {
  for (const auto* const revision : adopted_revisions(context)) {
    const auto disorder = find_disorder(*revision);
    if (!disorder) continue;
    const auto& [step, earlier] = *disorder;
    context.report(*revision,
                   {Code::doc_approval_before_review,
                    step->location,
                    {revision->document, std::to_string(revision->number), slot_of(step->step),
                     step->on.to_string(), slot_of(earlier->step), earlier->on.to_string()}});
  }
}

void check_doc_retroactive(CheckContext& context) {
  for (const auto* const revision : adopted_revisions(context)) {
    const auto valid_from = *revision->approval->valid_from;
    const auto approved = revision->approved()->on;
    if (approved <= valid_from) continue;
    context.report(*revision, {Code::doc_retroactive,
                               revision->approval->validity_location,
                               {revision->document, std::to_string(revision->number),
                                valid_from.to_string(), approved.to_string()}});
  }
}

}  // namespace handbok
