#pragma once

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
Outcome discard_draft(const Desk& desk, const DraftDisposal& request);

/// Adds each row to registers/requirements.toml unless its id is there already, and begins a draft
/// for each routine that is neither the id nor the title of a document. Roles are given by code,
/// name or alias, in the order of the cell ("MAS/VC"); an unknown role is left out with a remark.
Outcome import_requirements(const Desk& desk, const RequirementTable& request);

/// Adds each row to the register that the handbook declares itself, unless its id is there already;
/// one without an id gets the next. Columns are called as the keys or the names of the fields.
Outcome import_rows(const Desk& desk, const RowTable& request);

/// The text becomes the first draft of a new document, the next revision of an existing one, or
/// replaces the open draft that it builds on. A file that builds on an older text is refused; the
/// refusal says which sections have changed since.
Outcome file_text(const Desk& desk, const FiledText& request);

/// The act that is asked for.
Outcome perform(const Desk& desk, const EditRequest& request);

}  // namespace handbok
