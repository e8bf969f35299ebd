// What must be met: evidence, exemptions, and clauses that nobody has answered to. What exists is
// judged, not whether it is enough.

#include <algorithm>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/row_days.hpp"
#include "derive/standing.hpp"
#include "derive/state_names.hpp"
#include "derive/topics.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

std::string label_of(const Handbook& handbook, const Requirement& row) {
  return row.clause.empty() ? row.id : clause_name(handbook, row.source, row.clause);
}

std::string title_or_dash(const Handbook& handbook, const Requirement& row) {
  auto title = requirement_title(handbook, row);
  return title.empty() ? "–" : title;
}

/// The names of the units that a gap concerns; that of the principal if it is all of them.
std::string names_of_uncovered(const Handbook& handbook, const RequirementDay& status) {
  if (status.uncovered.empty()) {
    const auto* const principal = handbook.find_unit(handbook.settings.principal);
    return principal == nullptr ? handbook.settings.principal : principal->name;
  }
  return join(names_of(status.uncovered), ", ");
}

/// Who leads the duty that the clause gives, if the register of duties says so.
RoleId owner_of(const Handbook& handbook, const Clause& clause) {
  for (const auto& duty : handbook.duties) {
    if (answers_for(duty.source, duty.clause, clause) && !duty.responsible.empty())
      return lead_role(duty.responsible);
  }
  return {};
}

void report_row(CheckContext& context, const Requirement& row, CheckReport report) {
  const auto& handbook = context.handbook();
  report.location = row.location;
  report.what.insert(report.what.begin(), {label_of(handbook, row), title_or_dash(handbook, row)});
  report.subject = row.id;
  report.owner = lead_role(row.responsible);
  context.report_entry(std::move(report));
}

/// True if nothing is in force for it, in some unit at least.
bool is_unanswered(const RequirementDay& status) {
  return status.status == RequirementStatus::gap || !status.uncovered.empty();
}

bool is_advice(const Handbook& handbook, const Requirement& row) {
  const auto* const clause = clause_of(handbook, row);
  return clause != nullptr && clause->force == ClauseForce::advice;
}

/// Reports a row with nothing in force: it names no evidence, or the last that covered it has been
/// repealed or has run out, or does not reach some unit. A recommendation is never unmet.
void check_row(CheckContext& context, const Requirement& row) {
  if (is_advice(context.handbook(), row)) return;
  const auto status = requirement_on(context.view(), row);
  if (!is_unanswered(status)) return;
  CheckReport report{Code::req_unmet, {}, {names_of_uncovered(context.handbook(), status)}};
  report.units = ids_of(status.uncovered.empty() ? status.gaps : status.uncovered);
  report_row(context, row, std::move(report));
}

/// Reports a binding clause that no row names.
void check_clause(CheckContext& context, const Clause& clause) {
  const auto& handbook = context.handbook();
  const auto status = clause_on(context.view(), clause);
  if (!is_unanswered(status)) return;
  CheckReport report{Code::req_unmet,
                     clause.location,
                     {clause_name(handbook, clause.source, clause.ref), clause.title,
                      names_of_uncovered(handbook, status)}};
  report.subject = clause.source + "/" + clause.ref;
  report.units = ids_of(status.gaps);
  report.owner = owner_of(handbook, clause);
  context.report_entry(std::move(report));
}

std::vector<std::string> missing_reasons(const Inapplicability& decision) {
  std::vector<std::string> missing;
  if (trim(decision.reason).empty()) missing.emplace_back("reason");
  if (decision.decided_by.empty()) missing.emplace_back("decided_by");
  return missing;
}

/// The operative units where the document would show what is asked about.
std::vector<std::string> units_that_rest_on(const CheckContext& context,
                                            const RequirementQuestion& question,
                                            const DocumentId& document) {
  std::vector<std::string> units;
  for (const auto& unit : context.handbook().units) {
    if (!context.view().units().is_operative(unit)) continue;
    const auto status = requirement_in(context.view(), question, unit);
    const bool rests = status && status->status != RequirementStatus::not_applicable &&
                       std::ranges::find(status->evidence, document, &EvidenceDay::document) !=
                           status->evidence.end();
    if (rests) units.push_back(unit.id);
  }
  return units;
}

/// A recommendation never gives more than a note.
void check_evidence(CheckContext& context, const Requirement& row) {
  const auto status = requirement_on(context.view(), row);
  if (status.status == RequirementStatus::not_applicable) return;
  const auto question = question_about(context.view(), row);
  for (const auto& evidence : status.evidence) {
    if (evidence.state == DocumentState::in_force || evidence.is_missing) continue;
    CheckReport report{Code::req_evidence_not_in_force,
                       {},
                       {evidence.document, "@state." + std::string(name_of(evidence.state))},
                       {evidence.document}};
    report.units = units_that_rest_on(context, question, evidence.document);
    if (is_advice(context.handbook(), row)) report.severity = Severity::note;
    report_row(context, row, std::move(report));
  }
}

bool is_renewed(const CheckContext& context, const Waiver& waiver) {
  return std::ranges::any_of(context.handbook().waivers, [&](const Waiver& other) {
    return other.source == waiver.source && other.clause == waiver.clause &&
           applies_on(context.view(), other);
  });
}

RoleId owner_of(const DayView& view, const Waiver& waiver) {
  for (const auto& clause : view.handbook().clauses) {
    if (!answers_for(waiver.source, waiver.clause, clause)) continue;
    for (const auto* const row : requirements_of(view, clause)) {
      if (auto role = lead_role(row->responsible); !role.empty()) return role;
    }
    return owner_of(view.handbook(), clause);
  }
  return {};
}

}  // namespace

void check_req_unmet(CheckContext& context) {
  for (const auto& row : context.handbook().requirements) {
    const bool counts = is_valid_on(row, context.day());
    if (counts && is_source_in_force(context.view(), row.source)) check_row(context, row);
  }
  for (const auto* const clause : clauses_without_rows(context.view()))
    check_clause(context, *clause);
}

void check_req_na_without_reason(CheckContext& context) {
  for (const auto& row : context.handbook().requirements) {
    const auto* const decision = inapplicability_on(context.view(), row);
    if (decision == nullptr || !is_valid_on(row, context.day())) continue;
    const auto missing = missing_reasons(*decision);
    if (missing.empty()) continue;
    CheckReport report{Code::req_na_without_reason, {}, {join(missing, ", ")}};
    report.units = decision->units;
    report_row(context, row, std::move(report));
  }
}

void check_req_evidence_not_in_force(CheckContext& context) {
  for (const auto& row : context.handbook().requirements) {
    const bool counts = is_valid_on(row, context.day());
    if (counts && is_source_in_force(context.view(), row.source)) check_evidence(context, row);
  }
}

void check_waiver_expired(CheckContext& context) {
  for (const auto& waiver : context.handbook().waivers) {
    if (!waiver.valid_to || context.day() < *waiver.valid_to || is_renewed(context, waiver))
      continue;
    CheckReport report{Code::waiver_expired,
                       waiver.location,
                       {waiver.id, clause_name(context.handbook(), waiver.source, waiver.clause),
                        waiver.valid_to->to_string()}};
    report.subject = waiver.id;
    report.owner = owner_of(context.view(), waiver);
    context.report_entry(std::move(report));
  }
}

// What handbook.toml says that a handbook must or should cover, and whether something in force
// does.

namespace {

/// True if some document in force satisfies the predicate on its revision.
template <typename Predicate>
bool is_in_some_document(const CheckContext& context, Predicate is_wanted) {
  return std::ranges::any_of(context.view().documents(), [&](const DocumentDay& document) {
    return document.in_force != nullptr && is_wanted(*document.in_force);
  });
}

bool is_any_in_force(const CheckContext& context, const std::vector<DocumentId>& documents) {
  return std::ranges::any_of(
      documents, [&](const DocumentId& id) { return context.view().in_force(id) != nullptr; });
}

/// Reports a row of handbook.toml, which belongs to whoever heads the principal; in some units only
/// if they are named.
template <typename Row>
void report_uncovered(CheckContext& context, const Row& row, Code code, std::string remedy,
                      std::vector<std::string> units = {},
                      const std::vector<std::string>& names = {}) {
  const auto* const principal = context.handbook().find_unit(context.handbook().settings.principal);
  CheckReport report{code, row.location, {named_in(row.name, names), row.id}, {std::move(remedy)}};
  report.units = std::move(units);
  report.subject = row.id;
  report.part = Part::common;
  if (principal != nullptr) report.owner = principal->head;
  context.report_entry(std::move(report));
}

/// Reports a row that is missing in some of the units that it concerns, or in all. If it concerns
/// none, `is_somewhere` counts.
template <typename Row, typename StandingIn>
void report_missing(CheckContext& context, const Row& row, Code code, const std::string& remedy,
                    bool is_somewhere, StandingIn standing_in) {
  const auto missing = missing_in(context.view().units(), is_somewhere,
                                  [&](const OrgUnit& unit) -> std::optional<bool> {
                                    const auto standing = standing_in(unit);
                                    if (!standing) return std::nullopt;
                                    return *standing == Standing::missing;
                                  });
  if (missing) report_uncovered(context, row, code, remedy, missing->ids, missing->names);
}

bool is_covered(const CheckContext& context, const SuggestedContent& content) {
  if (is_any_in_force(context, content.documents)) return true;
  return is_in_some_document(context, [&](const Revision& revision) {
    return shares_any(revision.topics, content.topics);
  });
}

/// What would cover it: the topics and the documents.
std::string ways_to_cover(const SuggestedContent& content) {
  auto ways = content.topics;
  ways.insert(ways.end(), content.documents.begin(), content.documents.end());
  return ways.empty() ? "–" : join(ways, ", ");
}

}  // namespace

void check_topic_missing(CheckContext& context) {
  for (const auto& topic : context.handbook().settings.mandatory_topics) {
    if (!is_needed_on(context.handbook(), topic, context.day())) continue;
    report_missing(context, topic, Code::topic_missing, topic.id,
                   !routines_about(context.view(), topic.id).empty(),
                   [&](const OrgUnit& unit) { return topic_in(context.view(), topic, unit); });
  }
}

void check_content_missing(CheckContext& context) {
  for (const auto& content : context.handbook().settings.suggested_contents) {
    if (!is_covered(context, content))
      report_uncovered(context, content, Code::content_missing, ways_to_cover(content));
  }
}

void check_source_complaint_uncovered(CheckContext& context) {
  for (const auto& source : context.handbook().settings.complaint_sources) {
    report_missing(context, source, Code::source_complaint_uncovered, {},
                   is_any_in_force(context, source.covered_by), [&](const OrgUnit& unit) {
                     return std::optional(complaints_in(context.view(), source, unit));
                   });
  }
}

}  // namespace handbok
