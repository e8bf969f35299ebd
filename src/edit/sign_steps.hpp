#pragma once

#include <vector>

#include "edit/outcome.hpp"
#include "edit/requests.hpp"

namespace handbok {

/// Asks what signing needs: the ledger's head, and a step that has something to sign.
void require_signable(const ApprovalSteps& request, const DocumentId& document, Outcome& outcome);

/// Signs the steps with the request's key; `approval` has the days that an approval sets. The first
/// failure refuses. Being consulted is not signed.
void sign_steps(const ApprovalSteps& request, const Approval& approval,
                std::vector<Signature>& signatures, Outcome& outcome);

}  // namespace handbok
