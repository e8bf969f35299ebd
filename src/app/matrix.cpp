#include "app/matrix.hpp"

#include "derive/requirement_order.hpp"
#include "load/load.hpp"

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

MatrixRow row_of(const DayView& view, const Requirement& requirement, const Clause* clause) {
  MatrixRow row;
  row.id = requirement.id;
  row.clause = clause_of_row(view.handbook(), requirement);
  row.text = requirement.text;
  if (row.text.empty() && clause != nullptr) row.text = clause->title;
  row.status = requirement_on(view, requirement).status;
  row.documents = requirement.evidence;
  row.note = note_of(requirement);
  row.followed_up_by = requirement.followed_up_by;
  row.responsible = requirement.responsible;
  return row;
}

}  // namespace

std::vector<MatrixRow> matrix_rows(const DayView& view, std::string_view source) {
  std::vector<MatrixRow> rows;
  for (const auto& [requirement, clause] : requirements_in_order(view.handbook())) {
    if (source.empty() || requirement->source == source)
      rows.push_back(row_of(view, *requirement, clause));
  }
  return rows;
}

std::optional<std::vector<MatrixRow>> ask_matrix(const FileTree& sources, Date day,
                                                 std::string_view source) {
  Diagnostics ignored;  // `check` tells what is wrong
  const Handbook handbook = load(sources, ignored);
  if (!source.empty() && handbook.find_source(source) == nullptr) return std::nullopt;
  return matrix_rows(DayView(handbook, day), source);
}

std::string_view name_of(RequirementStatus status) {
  switch (status) {
    case RequirementStatus::covered:
      return "covered";
    case RequirementStatus::partly:
      return "partly";
    case RequirementStatus::gap:
      return "gap";
    case RequirementStatus::not_applicable:
      return "not_applicable";
    case RequirementStatus::waived:
      return "waived";
    case RequirementStatus::advice_unused:
      return "advice_unused";
  }
  return {};
}

}  // namespace handbok
