#pragma once

#include "edit/outcome.hpp"
#include "edit/requests.hpp"

namespace handbok {

// Each act enforces the guards of its transition (domain.md 2.3) and gives the files that record
// it. Nothing of an approved revision is changed: what is decided later stands beside it.

Outcome start_document(const Desk& desk, const NewDocument& request);
Outcome start_revision(const Desk& desk, const NewRevision& request);
Outcome submit_draft(const Desk& desk, const Submission& request);
Outcome hand_back(const Desk& desk, const HandBack& request);
Outcome take_steps(const Desk& desk, const ApprovalSteps& request);
Outcome withdraw_revision(const Desk& desk, const WithdrawalRequest& request);
Outcome keep_document(const Desk& desk, const KeptReview& request);
Outcome repeal_document(const Desk& desk, const RepealRequest& request);

/// The act that is asked for.
Outcome perform(const Desk& desk, const EditRequest& request);

}  // namespace handbok
