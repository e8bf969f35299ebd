#include "derive/requirement_status.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include "base/strings.hpp"
#include "derive/law_uses.hpp"
#include "derive/missing_history.hpp"
#include "derive/organisation.hpp"
#include "derive/reach.hpp"
#include "derive/row_days.hpp"

namespace handbok {
namespace {

using Question = RequirementQuestion;

/// Whom something concerns: everybody, or those within some units.
struct Exempt {
  bool everybody = false;
  std::vector<UnitId> units;

  void add(const std::vector<UnitId>& more) {
    if (more.empty()) everybody = true;
    units.insert(units.end(), more.begin(), more.end());
  }
};

/// True if the unit is exempt; without a unit, if all are.
bool is_exempt(const DayView& view, const Exempt& exempt, const OrgUnit* unit) {
  if (exempt.everybody || unit == nullptr) return exempt.everybody;
  return std::ranges::any_of(exempt.units, [&](const UnitId& id) {
    return is_within(view.handbook(), unit->id, id, view.day());
  });
}

bool is_concerned(const OrgUnit& unit, const std::vector<RegimeId>& regimes) {
  return regimes.empty() || shares_any(unit.regimes, regimes);
}

std::vector<const OrgUnit*> units_concerned(const DayView& view, const Question& question) {
  std::vector<const OrgUnit*> units;
  for (const auto& unit : view.handbook().units) {
    const bool is_meant = view.units().is_operative(unit);
    if (is_meant && is_concerned(unit, question.regimes)) units.push_back(&unit);
  }
  return units;
}

bool has_note(const Requirement* row) {
  return !trim(row->evidence_note).empty();
}

/// True if what shows a requirement, or excuses from it, is here: in a document or in a register.
bool knows_requirements(const DayView& view) {
  return is_known(view, view.day(), "texts requirements waivers");
}

/// A note says nothing of the time before the history begins, unless its row says since when.
bool is_shown_by_note(const DayView& view, const Requirement* row) {
  return has_note(row) && (row->valid_from || knows_requirements(view));
}

Exempt inapplicable_to(const DayView& view, const Question& question) {
  Exempt exempt;
  for (const auto* const row : question.rows) {
    const auto* const decision = inapplicability_on(view, *row);
    if (decision != nullptr) exempt.add(decision->units);
  }
  return exempt;
}

std::vector<DocumentId> documents_of(const Question& question) {
  std::vector<DocumentId> documents;
  for (const auto* const row : question.rows)
    documents.insert(documents.end(), row->evidence.begin(), row->evidence.end());
  return documents;
}

/// What lacks something: a waiver that the unit has excuses it, and a recommendation that nobody
/// follows is no gap.
void excuse(const DayView& view, const Question& question, const OrgUnit* unit,
            RequirementDay& result) {
  for (const auto* const waiver : question.waivers) {
    Exempt exempt;
    exempt.add(waiver->units);
    if (!is_exempt(view, exempt, unit)) continue;
    result.waiver = waiver;
    result.status = RequirementStatus::waived;
    return;
  }
  const bool is_advice =
      question.clause != nullptr && question.clause->force == ClauseForce::advice;
  if (is_advice && !result.has_evidence && result.status == RequirementStatus::gap)
    result.status = RequirementStatus::advice_unused;
}

/// How the rows stand in the unit; nullptr: in the handbook as a whole.
RequirementDay judge_rows(const DayView& view, const Question& question, const OrgUnit* unit) {
  RequirementDay result;
  result.rows = question.rows;
  result.evidence = evidence_in(view, documents_of(question), unit);
  const bool has_any_note = std::ranges::any_of(question.rows, has_note);
  result.has_evidence = has_any_note || !result.evidence.empty();
  if (is_exempt(view, inapplicable_to(view, question), unit)) {
    result.status = RequirementStatus::not_applicable;
    return result;
  }
  const bool is_noted = std::ranges::any_of(
      question.rows, [&](const Requirement* row) { return is_shown_by_note(view, row); });
  result.status = evidence_status(result.evidence, is_noted);
  if (result.status != RequirementStatus::covered) excuse(view, question, unit, result);
  if (result.status == RequirementStatus::gap && !knows_requirements(view))
    result.status = RequirementStatus::not_known;
  return result;
}

/// How it stands in the unit. Where the row has nothing to show, the rows of its clause may have.
RequirementDay judge_in(const DayView& view, const Question& question, const OrgUnit& unit) {
  auto result = judge_rows(view, question, &unit);
  if (result.status != RequirementStatus::gap || question.together.empty()) return result;
  return judge_rows(view, {question.together, question.waivers, question.clause, question.regimes},
                    &unit);
}

/// The status of what has these statuses in the units, none of which is not_applicable.
RequirementStatus status_of_all(const std::vector<RequirementStatus>& statuses) {
  const auto has = [&](RequirementStatus status) {
    return std::ranges::find(statuses, status) != statuses.end();
  };
  using enum RequirementStatus;
  if (has(gap)) return has(covered) || has(partly) ? partly : gap;
  for (const auto status : {partly, not_known, covered, waived}) {
    if (has(status)) return status;
  }
  return advice_unused;
}

RequirementDay judge(const DayView& view, const Question& question) {
  auto result = judge_rows(view, question, nullptr);
  if (!question.waivers.empty()) result.waiver = question.waivers.front();
  const auto concerned = units_concerned(view, question);
  if (concerned.empty()) return result;
  std::vector<RequirementStatus> statuses;
  for (const auto* const unit : concerned) {
    const auto status = judge_in(view, question, *unit).status;
    if (status == RequirementStatus::not_applicable) continue;
    statuses.push_back(status);
    if (status == RequirementStatus::gap) result.gaps.push_back(unit);
  }
  result.status = statuses.empty() ? RequirementStatus::not_applicable : status_of_all(statuses);
  const bool are_all = result.gaps.size() == concerned.size();
  if (!are_all || !inapplicable_to(view, question).units.empty()) result.uncovered = result.gaps;
  return result;
}

bool is_part_of(std::string_view ref, std::string_view section) {
  return !section.empty() && ref.starts_with(section) &&
         (ref.size() == section.size() || ref[section.size()] == ' ');
}

template <typename Predicate>
std::vector<const Waiver*> waivers_of(const DayView& view, Predicate concerns) {
  std::vector<const Waiver*> waivers;
  for (const auto& waiver : view.handbook().waivers) {
    if (applies_on(view, waiver) && concerns(waiver)) waivers.push_back(&waiver);
  }
  return waivers;
}

std::vector<const Waiver*> waivers_on(const DayView& view, const Requirement& requirement) {
  return waivers_of(view, [&](const Waiver& waiver) {
    return !waiver.source.empty() && waiver.source == requirement.source &&
           is_part_of(requirement.clause, waiver.clause);
  });
}

std::pair<std::ptrdiff_t, RequirementOrigin> place_of(const PlacedRequirement& placed,
                                                      const Handbook& handbook) {
  if (placed.clause != nullptr)
    return {placed.clause - handbook.clauses.data(), RequirementOrigin::law};
  return {std::numeric_limits<std::ptrdiff_t>::max(), placed.requirement->origin};
}

}  // namespace

const Inapplicability* inapplicability_on(const DayView& view, const Requirement& requirement) {
  const auto& decision = requirement.not_applicable;
  const bool is_taken = decision && was_decided(view, decision->decided_on, "requirements");
  return is_taken ? &*decision : nullptr;
}

bool answers_for(std::string_view source, std::string_view ref, const Clause& clause) {
  return clause.source == source && is_part_of(clause.ref, ref);
}

std::vector<const Requirement*> requirements_of(const DayView& view, const Clause& clause) {
  std::vector<const Requirement*> rows;
  for (const auto& requirement : view.handbook().requirements) {
    const bool counts = is_valid_on(requirement, view.day());
    if (counts && answers_for(requirement.source, requirement.clause, clause))
      rows.push_back(&requirement);
  }
  return rows;
}

const Clause* clause_of(const Handbook& handbook, std::string_view source, std::string_view ref) {
  const Clause* first = nullptr;
  for (const auto& clause : handbook.clauses) {
    if (!answers_for(source, ref, clause)) continue;
    if (clause.ref == ref) return &clause;
    if (first == nullptr) first = &clause;
  }
  return first;
}

std::vector<RegimeId> regimes_of(const Handbook& handbook, std::string_view source,
                                 std::string_view ref) {
  const auto* const clause = clause_of(handbook, source, ref);
  if (clause != nullptr && !clause->regimes.empty()) return clause->regimes;
  const auto* const act = handbook.find_source(source);
  return act == nullptr ? std::vector<RegimeId>() : act->regimes;
}

std::string requirement_title(const Handbook& handbook, const Requirement& requirement) {
  const auto* const clause = clause_of(handbook, requirement);
  return requirement.text.empty() && clause != nullptr ? clause->title : requirement.text;
}

bool applies_on(const DayView& view, const Waiver& waiver) {
  const auto& decided_on = waiver.decided_on ? waiver.decided_on : waiver.valid_from;
  return was_decided(view, decided_on, "waivers") && is_valid_on(waiver, view.day());
}

std::vector<EvidenceDay> evidence_in(const DayView& view, const std::vector<DocumentId>& documents,
                                     const OrgUnit* unit) {
  std::vector<EvidenceDay> found;
  for (const auto& id : documents) {
    const auto* const document = view.find(id);
    const auto missing = document == nullptr
                             ? std::nullopt
                             : missing_on(view.handbook(), *document->document, view.day());
    const auto* const text = missing               ? missing->held
                             : document == nullptr ? nullptr
                                                   : document->shown;
    const auto* const followed =
        text == nullptr || unit == nullptr ? text : followed_in(view, *text, *unit);
    if (text != nullptr && followed == nullptr) continue;
    EvidenceDay one{id, document == nullptr ? DocumentState::unknown : document->state,
                    missing.has_value()};
    if (followed != text) one = {followed->document, DocumentState::in_force, false};
    if (std::ranges::find(found, one.document, &EvidenceDay::document) == found.end())
      found.push_back(std::move(one));
  }
  return found;
}

RequirementStatus evidence_status(const std::vector<EvidenceDay>& evidence, bool has_note) {
  const auto in_force = std::ranges::count(evidence, DocumentState::in_force, &EvidenceDay::state);
  if (evidence.empty() && !has_note) return RequirementStatus::gap;
  if (in_force == std::ssize(evidence)) return RequirementStatus::covered;
  if (in_force > 0 || has_note) return RequirementStatus::partly;
  const bool is_missing = std::ranges::any_of(evidence, &EvidenceDay::is_missing);
  return is_missing ? RequirementStatus::not_known : RequirementStatus::gap;
}

RequirementQuestion question_about(const DayView& view, const Requirement& requirement) {
  const auto& handbook = view.handbook();
  Question question{{&requirement},
                    waivers_on(view, requirement),
                    clause_of(handbook, requirement),
                    requirement.regimes};
  const bool shows_something = has_note(&requirement) || !requirement.evidence.empty() ||
                               requirement.not_applicable.has_value();
  if (question.clause != nullptr && shows_something)
    question.together = requirements_of(view, *question.clause);
  std::erase_if(question.together,
                [&](const Requirement* row) { return row->clause != requirement.clause; });
  if (question.regimes.empty())
    question.regimes = regimes_of(handbook, requirement.source, requirement.clause);
  return question;
}

RequirementDay requirement_on(const DayView& view, const Requirement& requirement) {
  return judge(view, question_about(view, requirement));
}

std::optional<RequirementDay> requirement_in(const DayView& view,
                                             const RequirementQuestion& question,
                                             const OrgUnit& unit) {
  if (!is_concerned(unit, question.regimes)) return std::nullopt;
  return judge_in(view, question, unit);
}

RequirementQuestion question_about(const DayView& view, const Clause& clause) {
  const auto concerns = [&](const Waiver& waiver) {
    return answers_for(waiver.source, waiver.clause, clause);
  };
  return {requirements_of(view, clause), waivers_of(view, concerns), &clause,
          regimes_of(view.handbook(), clause.source, clause.ref)};
}

RequirementDay clause_on(const DayView& view, const Clause& clause) {
  return judge(view, question_about(view, clause));
}

bool is_source_in_force(const DayView& view, const SourceId& id) {
  const auto* const source = view.handbook().find_source(id);
  return source == nullptr || applies_on(*source, view.day());
}

std::vector<const Clause*> clauses_without_rows(const DayView& view) {
  const auto& handbook = view.handbook();
  std::set<SourceId, std::less<>> sources;
  for (const auto& row : handbook.requirements)
    sources.insert(row.source);
  std::vector<const Clause*> clauses;
  for (const auto& clause : handbook.clauses) {
    const bool is_asked = clause.force != ClauseForce::advice && sources.contains(clause.source) &&
                          is_source_in_force(view, clause.source);
    if (is_asked && requirements_of(view, clause).empty()) clauses.push_back(&clause);
  }
  return clauses;
}

std::vector<PlacedRequirement> requirements_in_order(const DayView& view) {
  const auto& handbook = view.handbook();
  std::vector<PlacedRequirement> placed;
  placed.reserve(handbook.requirements.size());
  for (const auto& requirement : handbook.requirements) {
    if (!is_valid_on(requirement, view.day())) continue;
    placed.push_back({&requirement, clause_of(handbook, requirement)});
  }
  std::ranges::stable_sort(placed, [&](const PlacedRequirement& a, const PlacedRequirement& b) {
    return place_of(a, handbook) < place_of(b, handbook);
  });
  return placed;
}

}  // namespace handbok
