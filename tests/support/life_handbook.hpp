#pragma once

#include <optional>

#include "base/file_tree.hpp"
#include "edit/requests.hpp"

namespace handbok::test {

/// The handbook of tests/fixtures/base with a document in each state of its life, as it stands on
/// 2026-11-21: INS-001 in force, INS-002 draft, INS-003 in review, INS-004 reviewed, INS-005
/// upcoming, INS-006 repealed, INS-007 changed after its approval, INS-008 in force with an
/// unfinished draft, INS-009 in force and followed by INS-010; PLA-001 bounded; POL-001 reviewed,
/// for a collegial approver.
const FileTree& life_handbook();

/// The same with POL-001 approved by a board for a day to come, so that its end needs a reference.
FileTree with_upcoming_policy();

/// The same, but the approval of INS-001 lacks its day.
FileTree without_first_day();

/// The same, but INS-002 has no owner.
FileTree without_owner();

/// The same, but only EC drafts texts of the type INS.
FileTree with_drafters();

/// The same, but INS-001, which applies, names the draft INS-002.
FileTree with_draft_named();

/// The act that a request asks for; none for an import.
std::optional<ActKind> act_of(const EditRequest& request);

/// What comes of the request on the day; the handbook as it would be is examined.
Outcome attempt(const EditRequest& request, const char* day = "2026-11-21",
                const FileTree& sources = life_handbook());

/// The names of the codes of the refusals, in their order.
std::vector<std::string> refusals(const EditRequest& request, const char* day = "2026-11-21",
                                  const FileTree& sources = life_handbook());

}  // namespace handbok::test
