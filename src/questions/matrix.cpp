#include "questions/matrix.hpp"

#include "base/csv.hpp"
#include "base/strings.hpp"
#include "derive/requirement_status.hpp"
#include "diag/phrase.hpp"
#include "questions/value_words.hpp"

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

std::string_view status_text(RequirementStatus status, Language language) {
  return value_text("status", name_of(status), language);
}

std::string responsible_text(const MatrixRow& row, Language language) {
  std::vector<std::string> roles;
  for (const auto& responsible : row.responsible) {
    roles.push_back(responsible.role);
    if (responsible.lead) roles.back() += Phrase{" (leder)", " (leads)"}.in(language);
  }
  return join(roles, ", ");
}

std::string evidence_text(const MatrixRow& row) {
  auto parts = row.documents;
  if (!row.note.empty()) parts.push_back(row.note);
  return join(parts, ", ");
}

std::string matrix_csv(const std::vector<MatrixRow>& rows, Language language) {
  std::vector<CsvRow> table;
  const auto say = [&](std::string_view swedish, std::string_view english) {
    return std::string(Phrase{swedish, english}.in(language));
  };
  table.push_back({say("Id", "Id"), say("Lagrum", "Clause"), say("Krav", "Requirement"),
                   say("Läge", "Status"), say("Rutiner och processer", "Routines and processes"),
                   say("Annat belägg eller skäl", "Other evidence or reason"),
                   say("Uppföljning", "Follow-up"), say("Ansvar", "Responsibility")});
  for (const auto& row : rows) {
    table.push_back({row.id, row.clause, row.text, std::string(status_text(row.status, language)),
                     join(row.documents, ", "), row.note, join(row.followed_up_by, ", "),
                     responsible_text(row, language)});
  }
  return write_csv(table);
}

}  // namespace handbok
