#pragma once

#include <optional>
#include <string>
#include <vector>

#include "derive/due_kind.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// The policy that decides who may take which step with the revision: of those of its type that
/// match its unit's level and its regimes, the most specific one. A policy for a level goes before
/// one for a regime, and the first of the file goes before later ones. nullptr if none matches.
const ApprovalPolicy* policy_for(const Handbook& handbook, const Revision& revision);

/// The roles that may take the step under the policy, or no value if every role may. An editorial
/// change may be approved by more roles than others.
std::optional<std::vector<RoleId>> roles_for(const ApprovalPolicy& policy, SignatureStep step,
                                             ChangeKind change);

/// The roles to ask to take the step with the revision: those that may, but where the policy wants
/// four eyes not who drafted it. No value if every role may.
std::optional<std::vector<RoleId>> roles_to_ask(const ApprovalPolicy& policy, SignatureStep step,
                                                const Revision& revision);

/// The roles that the policy wants to be consulted about the revision, each once: those always
/// consulted, those for its regimes, and the owners of the documents that it complements.
std::vector<RoleId> roles_to_consult(const Handbook& handbook, const ApprovalPolicy& policy,
                                     const Revision& revision);

/// The roles that the policy wants to be consulted about the revision and that took no step of
/// those signatures (decision 0016).
std::vector<RoleId> missing_consultations(const Handbook& handbook, const Revision& revision,
                                          const std::vector<Signature>& signatures);

/// Whom a text waits for on its way to be adopted, and since when.
struct TextWait {
  DueKind kind;
  Date since;
  std::vector<RoleId> roles;
};

/// What a text under review, or one that was returned, waits for on the day: consultations and a
/// review, each until it is there, then the approval; or its owner, to be mended. A review that any
/// role may do is asked of those who approve. `approval` must be given. Nothing if no policy says
/// whom; a step that waits for no role is one that nobody but the drafter may take.
std::vector<TextWait> waits_on(const Handbook& handbook, const Revision& revision, Date day);

/// True if the text was submitted with other bytes than it has now: it can no longer be approved.
bool is_other_than_submitted(const Revision& revision);

}  // namespace handbok
