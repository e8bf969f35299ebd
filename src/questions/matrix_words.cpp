#include "questions/matrix_words.hpp"

#include "base/csv.hpp"
#include "base/strings.hpp"
#include "diag/phrase.hpp"
#include "questions/value_words.hpp"

namespace handbok {
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
