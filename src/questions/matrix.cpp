#include "questions/matrix.hpp"

#include "derive/requirement_status.hpp"

namespace handbok {
namespace {

std::string clause_of_row(const Handbook& handbook, const Requirement& requirement) {
  if (requirement.source.empty() || requirement.clause.empty()) return {};
  const auto* const source = handbook.find_source(requirement.source);
  return (source == nullptr ? requirement.source : source->number) + " " + requirement.clause;
}

std::string note_of(const Requirement& requirement) {
  if (!requirement.not_applicable) return requirement.evidence_note;
  return requirement.not_applicable->reason;
}

MatrixRow row_of(const DayView& view, const PlacedRequirement& placed,
                 const RequirementDay& state) {
  const auto& requirement = *placed.requirement;
  MatrixRow row;
  row.id = requirement.id;
  row.clause = clause_of_row(view.handbook(), requirement);
  row.text = requirement.text;
  if (row.text.empty() && placed.clause != nullptr) row.text = placed.clause->title;
  row.status = state.status;
  for (const auto& evidence : state.evidence)
    row.documents.push_back(evidence.document);
  row.note = note_of(requirement);
  row.followed_up_by = requirement.followed_up_by;
  row.responsible = requirement.responsible;
  return row;
}

}  // namespace

std::vector<MatrixRow> matrix_rows(const DayView& view, const SourceId& source,
                                   const OrgUnit* unit) {
  std::vector<MatrixRow> rows;
  for (const auto& placed : requirements_in_order(view)) {
    if (!source.empty() && placed.requirement->source != source) continue;
    const auto state = unit == nullptr ? std::optional(requirement_on(view, *placed.requirement))
                                       : requirement_in(view, *placed.requirement, *unit);
    if (state) rows.push_back(row_of(view, placed, *state));
  }
  return rows;
}

}  // namespace handbok
