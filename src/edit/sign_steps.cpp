#include "edit/sign_steps.hpp"

#include "diag/code_names.hpp"
#include "edit/guards.hpp"
#include "model/approval_statement.hpp"

namespace handbok {

void require_signable(const ApprovalSteps& request, const DocumentId& document, Outcome& outcome) {
  if (request.assurance != Assurance::key) return;
  if (request.reviewed.empty() && request.approved.empty())
    require_input({}, "--reviewed, --approved", document, outcome);
  const bool is_given = require_input(request.ledger, "--ledger", document, outcome);
  if (is_given && !parse_ledger_head(request.ledger))
    refuse(outcome, Code::edit_ledger_head, document, {request.ledger});
}

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

}  // namespace handbok
