#include "questions/matrix.hpp"

#include <algorithm>

#include "base/csv.hpp"
#include "base/strings.hpp"
#include "derive/requirement_status.hpp"
#include "diag/phrase.hpp"
#include "diag/value_words.hpp"

namespace handbok {
namespace {

std::string clause_of_row(const Handbook& handbook, const Requirement& requirement) {
  if (requirement.source.empty() || requirement.clause.empty()) return {};
  return clause_name(handbook, requirement.source, requirement.clause);
}

std::string note_of(const DayView& view, const Requirement& requirement) {
  const auto* const decision = inapplicability_on(view, requirement);
  return decision == nullptr ? requirement.evidence_note : decision->reason;
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
  row.note = note_of(view, requirement);
  row.followed_up_by = requirement.followed_up_by;
  row.responsible = requirement.responsible;
  return row;
}

/// True if the unit is the one asked for or lies below it, or if all are asked for.
bool is_meant(const Standings& standings, const OrgUnit& unit, const OrgUnit* asked) {
  return asked == nullptr || standings.view().units().is_within(unit, asked->id);
}

/// How the row stands at its worst, in all units that it concerns or in one.
void add_standing(MatrixRow& row, const Standings& standings, const Requirement& requirement,
                  const OrgUnit* unit) {
  for (const auto& cell : standings.of(requirement)) {
    if (!is_meant(standings, *cell.unit, unit)) continue;
    row.standing = std::max(row.standing.value_or(Standing::shown), cell.standing);
    row.findings = std::max(row.findings, cell.findings.size());
  }
  if (unit != nullptr || row.standing) return;
  row.standing = standing_of(row.status);
  row.findings = standings.findings_of(requirement).size();
  if (row.standing == Standing::shown && row.findings > 0) row.standing = Standing::faulty;
}

bool says_more_than_standing(RequirementStatus status) {
  return status == RequirementStatus::not_applicable || status == RequirementStatus::waived ||
         status == RequirementStatus::advice_unused;
}

}  // namespace

std::vector<MatrixRow> matrix_rows(const DayView& view, const Standings& standings,
                                   const SourceId& source, const OrgUnit* unit) {
  std::vector<MatrixRow> rows;
  const bool does_work = std::ranges::any_of(standings.units(), [&](const OrgUnit* one) {
    return one->kind == UnitKind::own && is_meant(standings, *one, unit);
  });
  if (unit != nullptr && !does_work) return rows;
  for (const auto& placed : requirements_in_order(view)) {
    if (!source.empty() && placed.requirement->source != source) continue;
    const auto state = unit == nullptr
                           ? std::optional(requirement_on(view, *placed.requirement))
                           : requirement_in(view, question_about(view, *placed.requirement), *unit);
    if (!state) continue;
    auto row = row_of(view, placed, *state);
    add_standing(row, standings, *placed.requirement, unit);
    const bool concerns_it = row.standing || says_more_than_standing(row.status);
    if (unit == nullptr || concerns_it) rows.push_back(std::move(row));
  }
  return rows;
}

std::string_view standing_text(Standing standing, Language language) {
  return value_text("standing", name_of(standing), language);
}

std::string standing_text(const MatrixRow& row, Language language) {
  if (!row.standing || says_more_than_standing(row.status))
    return std::string(value_text("status", name_of(row.status), language));
  std::string text(standing_text(*row.standing, language));
  if (row.findings == 0) return text;
  const Phrase count = row.findings == 1 ? Phrase{" ({} anmärkning)", " ({} finding)"}
                                         : Phrase{" ({} anmärkningar)", " ({} findings)"};
  return text + fill_slots(count.in(language), {std::to_string(row.findings)});
}

ValueTable standing_table(const Standings& standings, const OrgUnit* unit) {
  ValueTable table{{"kind", "thing", "title", "unit", "standing", "shown_by", "findings"}, {}};
  for (const auto* const one : standings.units()) {
    if (!is_meant(standings, *one, unit)) continue;
    for (const auto& cell : standings.of(*one)) {
      Json::Array findings;
      for (const auto* const finding : cell.findings)
        findings.emplace_back(std::string(info_of(finding->code).name) + " " + finding->subject);
      table.rows.push_back({name_of(cell.kind), cell.thing, cell.title, one->id,
                            name_of(cell.standing),
                            Json(Json::Array(cell.shown_by.begin(), cell.shown_by.end())),
                            Json(std::move(findings))});
    }
  }
  return table;
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
    table.push_back({row.id, row.clause, row.text, standing_text(row, language),
                     join(row.documents, ", "), row.note, join(row.followed_up_by, ", "),
                     responsible_text(row, language)});
  }
  return write_csv(table);
}

}  // namespace handbok
