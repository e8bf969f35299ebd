#pragma once

#include <string>
#include <vector>

#include "derive/state_names.hpp"

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

}  // namespace handbok
