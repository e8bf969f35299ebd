#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value_table.hpp"
#include "derive/standing.hpp"
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
  std::optional<Standing> standing;         ///< the worst of its units; none if it demands nothing
  std::size_t findings = 0;                 ///< that serve its clause
  std::vector<DocumentId> documents;        ///< routines, processes and other evidence
  std::string note;                         ///< other evidence, or why none is needed
  std::vector<std::string> followed_up_by;  ///< ids
  std::vector<Responsible> responsible;     ///< in order
};

/// One row for each requirement: first by the register of clauses, then by origin and id. With a
/// source only its clauses; with a unit only what concerns it and the units below, and how it
/// stands there at its worst: nothing on a day on which it was not there.
std::vector<MatrixRow> matrix_rows(const DayView& view, const Standings& standings,
                                   const SourceId& source, const OrgUnit* unit);

/// "visat med brist (2 anmärkningar)": how the row stands, in words.
std::string standing_text(const MatrixRow& row, Language language);

/// "saknas".
std::string_view standing_text(Standing standing, Language language);

/// Every thing in every operative unit that it concerns, or in one and those below it: a row for
/// each, with `kind`, `thing`, `title`, `unit`, `standing`, `shown_by` and `findings`.
ValueTable standing_table(const Standings& standings, const OrgUnit* unit);

/// "DIR (leder), VC".
std::string responsible_text(const MatrixRow& row, Language language);

/// The documents, or else what is said instead of them.
std::string evidence_text(const MatrixRow& row);

/// The rows as a table for a spreadsheet, with headings.
std::string matrix_csv(const std::vector<MatrixRow>& rows, Language language);

}  // namespace handbok
