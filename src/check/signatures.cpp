// Approvals that are signed with a key (decision 0025, reliability 2.3). For each signature the
// first thing that is wrong is told, from the outside in: the armour, what it is for, what the
// statement says, whose key it is, and last what ssh-keygen says.

#include <algorithm>
#include <array>
#include <optional>

#include "base/ssh_format.hpp"
#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/approval_policy.hpp"
#include "derive/signing_keys.hpp"
#include "diag/code_names.hpp"
#include "model/approval_statement.hpp"

namespace handbok {
namespace {

using Values = std::vector<std::string>;

struct Problem {
  Code code;
  Values what;
  Values remedy;
};

/// Finds what is wrong with one signed step.
class Examiner {
public:
  Examiner(const Handbook& handbook, const Revision& revision, const Signature& signature)
      : handbook_(handbook),
        revision_(revision),
        signature_(signature) {}

  std::optional<Problem> run() {
    const bool claims_key = signature_.assurance == Assurance::key;
    if (!claims_key && !signature_.statement.is_given()) return std::nullopt;
    if (!claims_key || !signature_.statement.is_given()) return problem(Code::signature_malformed);
    const auto armour = parse_ssh_signature(signature_.statement.armour);
    if (!armour) return problem(Code::signature_malformed);
    if (armour->name_space != approval_namespace) {
      return problem(Code::signature_namespace_other,
                     {armour->name_space, std::string(approval_namespace)});
    }
    facts_ = parse_statement(signature_.statement.text);
    if (auto problem = problem_of_statement()) return problem;
    if (auto problem = problem_of_key(armour->key_blob)) return problem;
    return problem_of_verdict();
  }

private:
  std::optional<Problem> problem(Code code, const Values& more = {}, Values remedy = {}) const {
    Values what{revision_.document, std::to_string(revision_.number), slot_of(signature_.step)};
    what.insert(what.end(), more.begin(), more.end());
    return Problem{code, std::move(what), std::move(remedy)};
  }

  std::optional<Problem> problem_of_statement() const {
    const auto head = head_of(signature_.statement);
    if (facts_.empty() || !head) return problem(Code::signature_statement_malformed);
    const auto document = fact_of(facts_, "document");
    const auto number = fact_of(facts_, "revision");
    if (document != revision_.document || number != std::to_string(revision_.number)) {
      return problem(Code::signature_revision_other, {document + "@" + number});
    }
    if (fact_of(facts_, "digest") != revision_.digest) return problem(Code::signature_digest_other);
    const auto role = fact_of(facts_, "role");
    if (role != signature_.role)
      return problem(Code::signature_role_other, {role, signature_.role});
    const auto expected =
        approval_statement(revision_.key(), *revision_.approval, signature_, *head);
    if (expected == signature_.statement.text) return std::nullopt;
    return problem_of_decision(parse_statement(expected));
  }

  /// The rest of what was decided, fact by fact.
  std::optional<Problem> problem_of_decision(const StatementFacts& expected) const {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> names{{
        {"step", "@statement.step"},
        {"on", "@statement.on"},
        {"ref", "@statement.ref"},
        {"valid-from", "@statement.valid_from"},
        {"valid-to", "@statement.valid_to"},
    }};
    const auto or_dash = [](const std::string& text) {
      return text.empty() ? std::string("–") : text;
    };
    for (const auto& [key, slot] : names) {
      const auto there = fact_of(facts_, key);
      const auto here = fact_of(expected, key);
      if (there == here) continue;
      return Problem{Code::signature_decision_other,
                     {revision_.document, std::to_string(revision_.number), std::string(slot),
                      or_dash(there), slot_of(signature_.step), or_dash(here)},
                     {}};
    }
    return problem(Code::signature_statement_malformed);
  }

  std::optional<Problem> problem_of_key(const std::string& blob) const {
    const auto entry = head_of(signature_.statement)->entry;
    const auto found = find_signing_key(handbook_, signature_.role, blob, entry);
    switch (found.standing) {
      case KeyStanding::unknown: return problem(Code::signature_key_unknown, {}, {signature_.role});
      case KeyStanding::of_other_role:
        return problem(Code::signature_key_of_other, {join(found.holders, ", "), signature_.role});
      case KeyStanding::expired:
        return problem(Code::signature_key_expired, {std::to_string(entry)}, {signature_.role});
      case KeyStanding::revoked:
        return problem(Code::signature_key_revoked, {std::to_string(*found.key->revoked)},
                       {signature_.role});
      case KeyStanding::counts: break;
    }
    return std::nullopt;
  }

  std::optional<Problem> problem_of_verdict() const {
    switch (signature_.statement.verdict) {
      case KeyVerdict::good: return std::nullopt;
      case KeyVerdict::bad: return problem(Code::signature_invalid);
      case KeyVerdict::not_asked:
      case KeyVerdict::no_answer: return problem(Code::signature_unverified);
    }
    return std::nullopt;
  }

  const Handbook& handbook_;
  const Revision& revision_;
  const Signature& signature_;
  StatementFacts facts_;
};

/// Calls `visit` with each revision whose text is what its steps were taken for, also those that
/// are archived: their pages say that they are signed.
template <typename Visit>
void for_each_decided(const CheckContext& context, Visit visit) {
  for (const auto& document : context.handbook().documents) {
    for (const auto& revision : document.revisions) {
      if (revision.approval && !has_changed_text(revision)) visit(revision);
    }
  }
}

void report_problems(CheckContext& context, Code code) {
  for_each_decided(context, [&](const Revision& revision) {
    for (const auto& signature : revision.approval->signatures) {
      auto problem = Examiner(context.handbook(), revision, signature).run();
      if (!problem || problem->code != code) continue;
      context.report(revision, {code, signature.location, std::move(problem->what),
                                std::move(problem->remedy)});
    }
  });
}

Assurance demanded(const ApprovalPolicy& policy, SignatureStep step) {
  if (step == SignatureStep::approved) return policy.assurance;
  return step == SignatureStep::reviewed ? policy.review_assurance : Assurance::registrar;
}

/// A rule that was made later is only worth knowing.
Severity severity_of_level(const ApprovalPolicy& policy, const Signature& signature) {
  const bool is_binding = policy.assurance_from && *policy.assurance_from <= signature.on;
  return is_binding ? Severity::error : Severity::warning;
}

std::string key_blob(const Signature& signature) {
  if (!signature.statement.is_given()) return {};
  const auto armour = parse_ssh_signature(signature.statement.armour);
  return armour ? armour->key_blob : std::string{};
}

const Signature* earlier_by_same_key(const std::vector<Signature>& signatures,
                                     const Signature& signature) {
  const auto blob = key_blob(signature);
  if (blob.empty()) return nullptr;
  for (const auto& earlier : signatures) {
    if (&earlier == &signature) return nullptr;
    if (key_blob(earlier) == blob) return &earlier;
  }
  return nullptr;
}

std::string_view fault_slot(SshKeyFault fault) {
  switch (fault) {
    case SshKeyFault::form: return "@key.form";
    case SshKeyFault::kind: return "@key.kind";
    case SshKeyFault::too_short: return "@key.short";
  }
  return {};
}

void report_key(CheckContext& context, const Role& role, const RoleKey& key,
                std::string_view slot) {
  CheckReport report{Code::signature_key_malformed, key.location, {role.id, std::string(slot)}};
  report.subject = role.id;
  context.report_entry(std::move(report), Consequence::entry_left_out);
}

}  // namespace

void check_signature_level(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    const auto* const policy = policy_for(context.handbook(), revision);
    if (!checked.is_adopted() || policy == nullptr) continue;
    for (const auto& signature : revision.approval->signatures) {
      const auto needed = demanded(*policy, signature.step);
      if (signature.assurance >= needed) continue;
      CheckReport report{
          Code::signature_level,
          signature.location,
          {revision.document, std::to_string(revision.number), slot_of(signature.step),
           slot_of(signature.assurance), revision.type, slot_of(needed)}};
      report.severity = severity_of_level(*policy, signature);
      context.report(revision, std::move(report));
    }
  }
}

void check_signature_malformed(CheckContext& context) {
  report_problems(context, Code::signature_malformed);
}

void check_signature_namespace_other(CheckContext& context) {
  report_problems(context, Code::signature_namespace_other);
}

void check_signature_statement_malformed(CheckContext& context) {
  report_problems(context, Code::signature_statement_malformed);
}

void check_signature_revision_other(CheckContext& context) {
  report_problems(context, Code::signature_revision_other);
}

void check_signature_digest_other(CheckContext& context) {
  report_problems(context, Code::signature_digest_other);
}

void check_signature_role_other(CheckContext& context) {
  report_problems(context, Code::signature_role_other);
}

void check_signature_decision_other(CheckContext& context) {
  report_problems(context, Code::signature_decision_other);
}

void check_signature_key_unknown(CheckContext& context) {
  report_problems(context, Code::signature_key_unknown);
}

void check_signature_key_of_other(CheckContext& context) {
  report_problems(context, Code::signature_key_of_other);
}

void check_signature_key_expired(CheckContext& context) {
  report_problems(context, Code::signature_key_expired);
}

void check_signature_key_revoked(CheckContext& context) {
  report_problems(context, Code::signature_key_revoked);
}

void check_signature_invalid(CheckContext& context) {
  report_problems(context, Code::signature_invalid);
}

void check_signature_unverified(CheckContext& context) {
  report_problems(context, Code::signature_unverified);
}

void check_signature_same_key(CheckContext& context) {
  for_each_decided(context, [&](const Revision& revision) {
    const auto* const policy = policy_for(context.handbook(), revision);
    if (policy != nullptr && !policy->four_eyes) return;
    const auto& signatures = revision.approval->signatures;
    for (const auto& signature : signatures) {
      const auto* const earlier = earlier_by_same_key(signatures, signature);
      if (earlier == nullptr) continue;
      context.report(revision, {Code::signature_same_key,
                                signature.location,
                                {revision.document, std::to_string(revision.number),
                                 slot_of(earlier->step), slot_of(signature.step)}});
    }
  });
}

void check_signature_key_malformed(CheckContext& context) {
  for (const auto& role : context.handbook().roles) {
    for (const auto& key : role.keys) {
      const auto parsed = parse_ssh_key(key.text);
      if (!parsed) {
        report_key(context, role, key, fault_slot(parsed.error()));
      } else if (!can_sign(role.id)) {
        report_key(context, role, key, "@key.role");
      }
    }
  }
}

}  // namespace handbok
