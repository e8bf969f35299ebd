#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "derive/state_names.hpp"
#include "diag/codes.hpp"

namespace handbok {
/// One requirement on a day: a row of the matrix requirement – routine – follow-up –
/// responsibility.
struct MatrixRow {
  RequirementId id;
  std::string clause;  ///< "SOSFS 2011:9 4:4 st1"; empty if it is no clause
  std::string text;    ///< in own words, or the clause's title; may be empty
  RequirementStatus status = RequirementStatus::gap;
  std::vector<DocumentId> documents;        ///< routines, processes and other evidence
  std::string note;                         ///< other evidence, or why none is needed
  std::vector<std::string> followed_up_by;  ///< ids
  std::vector<Responsible> responsible;     ///< in order
};

/// One row for each requirement: first by the register of clauses, then by origin and id. With a
/// source only its clauses; with a unit only what concerns it, and the status there.
std::vector<MatrixRow> matrix_rows(const DayView& view, const SourceId& source,
                                   const OrgUnit* unit);

/// "belagt": a status in words.
std::string_view status_text(RequirementStatus status, Language language);

/// "DIR (leder), VC".
std::string responsible_text(const MatrixRow& row, Language language);

/// The documents, or else what is said instead of them.
std::string evidence_text(const MatrixRow& row);

/// The rows as a table for a spreadsheet, with headings.
std::string matrix_csv(const std::vector<MatrixRow>& rows, Language language);

}  // namespace handbok
