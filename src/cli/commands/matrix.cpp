#include "app/matrix.hpp"

#include "base/csv.hpp"
#include "base/json.hpp"
#include "base/strings.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"
#include "cli/table_cells.hpp"

namespace handbok {
namespace {

std::string_view status_text(RequirementStatus status, Language language) {
  switch (status) {
    case RequirementStatus::covered:
      return choose(language, "belagt", "covered");
    case RequirementStatus::partly:
      return choose(language, "delvis", "partly");
    case RequirementStatus::gap:
      return choose(language, "lucka", "gap");
    case RequirementStatus::not_applicable:
      return choose(language, "ej tillämpligt", "not applicable");
    case RequirementStatus::waived:
      return choose(language, "undantag", "waived");
    case RequirementStatus::advice_unused:
      return choose(language, "råd som inte används", "advice not used");
  }
  return {};
}

/// "DIR (leder), VC".
std::string responsible_text(const MatrixRow& row, Language language) {
  std::vector<std::string> roles;
  for (const auto& responsible : row.responsible) {
    roles.push_back(responsible.role);
    if (responsible.lead) roles.back() += choose(language, " (leder)", " (leads)");
  }
  return join(roles, ", ");
}

/// The documents, or else what is said instead of them.
std::string evidence_text(const MatrixRow& row) {
  auto parts = row.documents;
  if (!row.note.empty()) parts.push_back(row.note);
  return join(parts, ", ");
}

std::string matrix_json(const MatrixRow& row) {
  Json::Array responsible;
  for (const auto& one : row.responsible)
    responsible.emplace_back(Json::Object{{"role", one.role}, {"lead", one.lead}});
  return to_text(Json(Json::Object{{"id", row.id},
                                   {"clause", text_or_null(row.clause)},
                                   {"text", row.text},
                                   {"status", name_of(row.status)},
                                   {"documents", json_list(row.documents)},
                                   {"note", text_or_null(row.note)},
                                   {"followed_up_by", json_list(row.followed_up_by)},
                                   {"responsible", std::move(responsible)}})) +
         "\n";
}

std::string matrix_text(const MatrixRow& row, Language language) {
  auto name = row.clause.empty() ? row.id : row.clause;
  if (!row.text.empty()) name += " – " + row.text;
  std::vector<std::string> parts{name, std::string(status_text(row.status, language)),
                                 evidence_text(row), join(row.followed_up_by, ", "),
                                 responsible_text(row, language)};
  std::erase(parts, "");
  return join(parts, "  ") + "\n";
}

std::string matrix_csv(const std::vector<MatrixRow>& rows, Language language) {
  std::vector<CsvRow> table;
  const auto say = [&](std::string_view swedish, std::string_view english) {
    return std::string(choose(language, swedish, english));
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

std::string matrix_in(TableFormat format, const std::vector<MatrixRow>& rows, Language language) {
  if (format == TableFormat::csv) return matrix_csv(rows, language);
  std::string text;
  for (const auto& row : rows)
    text += format == TableFormat::json ? matrix_json(row) : matrix_text(row, language);
  return text;
}

}  // namespace

ExitStatus run(const MatrixCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto day = day_or_today(command.as_of);
  std::string source;
  if (!command.legal_source.empty()) {
    const auto found =
        known_subject(*sources, day, command.legal_source, SubjectKind::source, common.language);
    if (!found) return ExitStatus::could_not_run;
    source = found->id;
  }
  if (!are_known(*sources, day, {}, command.unit, common.language))
    return ExitStatus::could_not_run;
  const auto rows = ask_matrix(*sources, day, {source, command.unit});
  if (!rows) return ExitStatus::could_not_run;
  print(matrix_in(command.format, *rows, common.language));
  return ExitStatus::fine;
}

}  // namespace handbok
