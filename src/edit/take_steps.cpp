// handbok approve: consulted, reviewed, approved.
#include "edit/take_steps.hpp"

#include <algorithm>
#include <vector>

#include "base/strings.hpp"
#include "derive/approval_policy.hpp"
#include "derive/review_dates.hpp"
#include "diag/code_names.hpp"
#include "edit/guards.hpp"
#include "edit/requests.hpp"
#include "edit/toml_text.hpp"
#include "model/approval_statement.hpp"

namespace handbok {
namespace {

/// Asks what signing needs: the ledger's head, and a step that has something to sign.
void require_signable(const ApprovalSteps& request, const DocumentId& document, Outcome& outcome) {
  if (request.assurance != Assurance::key) return;
  if (request.reviewed.empty() && request.approved.empty())
    require_input({}, "--reviewed, --approved", document, outcome);
  const bool is_given = require_input(request.ledger, "--ledger", document, outcome);
  if (is_given && !parse_ledger_head(request.ledger))
    refuse(outcome, Code::edit_ledger_head, document, {request.ledger});
}

/// Signs the steps with the request's key; `approval` has the days that an approval sets. The first
/// failure refuses. Being consulted is not signed.
void sign_steps(const ApprovalSteps& request, const Approval& approval,
                std::vector<Signature>& signatures, Outcome& outcome) {
  const auto head = parse_ledger_head(request.ledger);
  for (auto& signature : signatures) {
    if (signature.step == SignatureStep::consulted) continue;
    signature.assurance = request.assurance;
    signature.registered_by = request.registered_by;
    if (request.assurance != Assurance::key || !head) continue;
    auto text = approval_statement(outcome.revision, approval, signature, *head);
    auto armour = request.sign(text);
    if (!armour) {
      refuse(outcome, Code::edit_signing_failed, outcome.revision.document, {armour.error()});
      return;
    }
    signature.statement = SignedStatement{std::move(text), *std::move(armour)};
  }
}

/// Asks the guards of a step, and writes what it decides.
class Steps {
public:
  Steps(const Desk& desk, const Document& document, const Revision& revision,
        const ApprovalSteps& request)
      : desk_(desk),
        document_(document),
        revision_(revision),
        request_(request),
        policy_(policy_for(desk.handbook(), revision)),
        number_(std::to_string(revision.number)) {}

  Outcome run() {
    outcome_.revision = revision_.key();
    require_some_step();
    require_submitted_text();
    for (const auto& role : request_.consulted)
      take(SignatureStep::consulted, role, "--consulted");
    if (!request_.reviewed.empty()) take(SignatureStep::reviewed, request_.reviewed, "--reviewed");
    if (!request_.approved.empty()) {
      take(SignatureStep::approved, request_.approved, "--approved");
      require_decision();
    }
    require_signable(request_, document_.id, outcome_);
    if (!request_.registered_by.empty())
      require_role(desk_, request_.registered_by, "--registrar", document_.id, outcome_);
    if (!outcome_.is_refused()) sign();
    if (!outcome_.is_refused()) write();
    return std::move(outcome_);
  }

private:
  void require_some_step() {
    const bool has_step =
        !request_.consulted.empty() || !request_.reviewed.empty() || !request_.approved.empty();
    if (!has_step) {
      require_input({}, "--consulted, --reviewed, --approved", document_.id, outcome_);
    }
  }

  /// The text is frozen from its submission on.
  void require_submitted_text() {
    if (!is_other_than_submitted(revision_)) return;
    refuse(outcome_, Code::edit_text_changed, document_.id, {document_.id, number_},
           {document_.id});
  }

  void take(SignatureStep step, const RoleId& role, std::string_view option) {
    if (!require_role(desk_, role, option, document_.id, outcome_)) return;
    if (policy_ != nullptr) {
      require_allowed(roles_for(*policy_, step, revision_.change_kind), role, slot_of(step),
                      revision_, outcome_);
    }
    require_new(step, role);
    if (step != SignatureStep::consulted) {
      require_other_eyes(step, role);
      require_dates(step);
    }
    Signature signature;
    signature.step = step;
    signature.role = role;
    signature.on = desk_.day();
    if (step != SignatureStep::consulted) signature.digest = revision_.digest;
    if (step == SignatureStep::approved) signature.ref = request_.ref;
    signatures_.push_back(std::move(signature));
  }

  void require_new(SignatureStep step, const RoleId& role) {
    const auto is_same = [&](const Signature& signature) {
      return signature.step == step && signature.role == role;
    };
    if (std::ranges::none_of(revision_.approval->signatures, is_same)) return;
    refuse(outcome_, Code::edit_already_signed, document_.id,
           {role, slot_of(step), document_.id, number_});
  }

  void require_other_eyes(SignatureStep step, const RoleId& role) {
    if (policy_ != nullptr && !policy_->four_eyes) return;
    const auto has_drafted = [&](const Signature& signature) {
      return signature.step == SignatureStep::drafted && signature.role == role;
    };
    if (std::ranges::none_of(revision_.approval->signatures, has_drafted)) return;
    refuse(outcome_, Code::edit_four_eyes, document_.id,
           {role, document_.id, number_, slot_of(step)});
  }

  /// Not before the submission, nor before an earlier step.
  void require_dates(SignatureStep step) {
    const NamedDay now{key_of(step), desk_.day()};
    require_order({"submitted", *revision_.approval->submitted}, now, "--on", document_.id,
                  outcome_);
    for (const auto& earlier : revision_.approval->signatures) {
      if (earlier.step >= step || earlier.step == SignatureStep::consulted) continue;
      require_order({key_of(earlier.step), earlier.on}, now, "--on", document_.id, outcome_);
    }
  }

  /// What the decision to approve needs besides the approver.
  void require_decision() {
    require_reference(desk_, request_.approved, request_.ref, document_.id, outcome_);
    require_review();
    require_consultations();
    require_start();
    require_end();
    require_next_review();
  }

  void require_review() {
    const auto counts = [&](const Signature& signature) {
      return signature.step == SignatureStep::reviewed &&
             (signature.digest.empty() || signature.digest == revision_.digest);
    };
    const bool is_reviewed =
        !request_.reviewed.empty() || std::ranges::any_of(revision_.approval->signatures, counts);
    if (is_reviewed) return;
    const bool is_named = policy_ != nullptr && !policy_->reviews.empty();
    refuse(outcome_, Code::edit_review_missing, document_.id, {document_.id, number_},
           {document_.id, is_named ? join(policy_->reviews, ", ") : "–"});
  }

  void require_consultations() {
    auto signatures = revision_.approval->signatures;
    signatures.insert(signatures.end(), signatures_.begin(), signatures_.end());
    const auto missing = missing_consultations(desk_.handbook(), revision_, signatures);
    if (missing.empty()) return;
    const auto roles = join(missing, ", ");
    refuse(outcome_, Code::edit_consult_missing, document_.id, {document_.id, number_, roles},
           {document_.id, join(missing, " ")});
  }

  void require_start() {
    valid_from_ = request_.valid_from.value_or(desk_.day());
    require_order({"approved", desk_.day()}, {"valid_from", valid_from_}, "--valid-from",
                  document_.id, outcome_);
    const auto* const earlier = last_adopted(document_);
    if (earlier == nullptr || *earlier->approval->valid_from < valid_from_) return;
    refuse(outcome_, Code::edit_not_after_earlier, document_.id,
           {number_, document_.id, valid_from_.to_string(), std::to_string(earlier->number),
            earlier->approval->valid_from->to_string()},
           {document_.id});
  }

  void require_end() {
    const auto* const type = desk_.handbook().find_type(revision_.type);
    valid_to_ = request_.valid_to ? request_.valid_to : kept_end(document_, revision_);
    if (!valid_to_) {
      if (type != nullptr && type->bounded) {
        require_input({}, "--valid-to", document_.id, outcome_);
      }
      return;
    }
    require_order({"valid_from", valid_from_.plus_days(1)}, {"valid_to", *valid_to_}, "--valid-to",
                  document_.id, outcome_);
  }

  void require_next_review() {
    next_review_ = request_.next_review;
    if (!next_review_) {
      next_review_ = default_next_review(desk_, document_, revision_);
      return;
    }
    require_order({"approved", desk_.day()}, {"next_review", *next_review_}, "--next-review",
                  document_.id, outcome_);
    const auto latest = latest_review(desk_, revision_, desk_.day());
    if (!latest || *next_review_ <= *latest) return;
    refuse(outcome_, Code::edit_review_too_late, document_.id,
           {next_review_->to_string(), revision_.type}, {latest->to_string()});
  }

  void sign() {
    auto approval = *revision_.approval;
    if (!request_.approved.empty()) {
      approval.valid_from = valid_from_;
      approval.valid_to = valid_to_;
    }
    sign_steps(request_, approval, signatures_, outcome_);
  }

  void write() {
    if (!signatures_.empty()) signatures_.back().note = request_.note;
    TomlText text(bytes_of(desk_, revision_.approval->path));
    for (const auto& signature : signatures_)
      text.append(signature_block(signature));
    if (!request_.approved.empty()) {
      text.set("validity", "valid_from", valid_from_.to_string());
      if (valid_to_) text.set("validity", "valid_to", valid_to_->to_string());
      if (next_review_) text.set("validity", "next_review", next_review_->to_string());
    }
    outcome_.files.push_back({revision_.approval->path, text.text()});
  }

  const Desk& desk_;
  const Document& document_;
  const Revision& revision_;
  const ApprovalSteps& request_;
  const ApprovalPolicy* policy_;
  std::string number_;
  Outcome outcome_;
  std::vector<Signature> signatures_;
  Date valid_from_;
  std::optional<Date> valid_to_;
  std::optional<Date> next_review_;
};

}  // namespace

std::optional<Date> kept_end(const Document& document, const Revision& revision) {
  const auto* const earlier = last_adopted(document);
  if (revision.change_kind != ChangeKind::editorial || earlier == nullptr) return std::nullopt;
  return earlier->approval->valid_to;
}

std::optional<Date> default_next_review(const Desk& desk, const Document& document,
                                        const Revision& revision) {
  const auto latest = latest_review(desk, revision, desk.day());
  const auto* const earlier = last_adopted(document);
  if (revision.change_kind != ChangeKind::editorial || earlier == nullptr || !latest) return latest;
  const auto kept = review_dates(document, *earlier, desk.day()).next;
  return kept ? kept : latest;
}

Outcome take_steps(const Desk& desk, const ApprovalSteps& request) {
  Outcome outcome;
  const auto* const document = require_document(desk, request.document, outcome);
  if (document == nullptr || !require_not_repealed(*document, outcome)) return outcome;
  const auto* const revision = require_in_review(*document, outcome);
  if (revision == nullptr) return outcome;
  return Steps(desk, *document, *revision, request).run();
}

}  // namespace handbok
