#include "app/matrix.hpp"

#include <algorithm>
#include <limits>
#include <utility>

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

/// A requirement and its place in the matrix.
struct Entry {
  const Requirement* requirement = nullptr;
  const Clause* clause = nullptr;

  std::pair<std::ptrdiff_t, RequirementOrigin> place(const Handbook& handbook) const {
    if (clause != nullptr) return {clause - handbook.clauses.data(), RequirementOrigin::law};
    return {std::numeric_limits<std::ptrdiff_t>::max(), requirement->origin};
  }
};

}  // namespace

std::vector<MatrixRow> matrix_rows(const DayView& view, std::string_view source) {
  const auto& handbook = view.handbook();
  std::vector<Entry> entries;
  for (const auto& requirement : handbook.requirements) {
    if (!source.empty() && requirement.source != source) continue;
    entries.push_back({&requirement, clause_of(handbook, requirement)});
  }
  std::ranges::stable_sort(entries, [&](const Entry& a, const Entry& b) {
    return a.place(handbook) < b.place(handbook);
  });
  std::vector<MatrixRow> rows;
  rows.reserve(entries.size());
  for (const auto& entry : entries)
    rows.push_back(row_of(view, *entry.requirement, entry.clause));
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
