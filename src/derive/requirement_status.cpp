#include "derive/requirement_status.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/strings.hpp"
#include "derive/organisation.hpp"
#include "derive/reach.hpp"
#include "derive/row_days.hpp"
#include "derive/self_check_days.hpp"

namespace handbok {
namespace {

/// What is asked about, and all rows that answer.
struct Question {
  std::vector<const Requirement*> rows;
  std::vector<const Waiver*> waivers;  ///< that apply on the day
  const Clause* clause = nullptr;
};

bool is_decided(const Inapplicability& decision, Date day) {
  return !decision.decided_on || *decision.decided_on <= day;
}

/// Whom something concerns: everybody, or those within some units.
struct Exempt {
  bool everybody = false;
  std::vector<UnitId> units;

  void add(const std::vector<UnitId>& more) {
    if (more.empty()) everybody = true;
    units.insert(units.end(), more.begin(), more.end());
  }
};

bool is_exempt(const DayView& view, const Exempt& exempt, const OrgUnit& unit) {
  return std::ranges::any_of(exempt.units, [&](const UnitId& id) {
    return is_within(view.handbook(), unit.id, id, view.day());
  });
}

bool is_concerned(const OrgUnit& unit, const Clause* clause) {
  if (clause == nullptr || clause->regimes.empty()) return true;
  return shares_any(unit.regimes, clause->regimes);
}

/// The operative units that the requirement concerns and that are not exempt.
std::vector<const OrgUnit*> units_left(const DayView& view, const Exempt& exempt,
                                       const Clause* clause) {
  std::vector<const OrgUnit*> units;
  for (const auto& unit : view.handbook().units) {
    const bool is_meant = is_operative_on(view.handbook(), unit, view.day());
    if (!is_meant || !is_concerned(unit, clause) || is_exempt(view, exempt, unit)) continue;
    units.push_back(&unit);
  }
  return units;
}

/// True if nobody is left: all are exempt, or those named leave no unit over.
bool is_settled(const Exempt& exempt, const std::vector<const OrgUnit*>& left) {
  return exempt.everybody || (!exempt.units.empty() && left.empty());
}

void add_evidence(const DayView& view, const Requirement& row, RequirementDay& result) {
  for (const auto& id : row.evidence) {
    const auto is_same = [&](const EvidenceDay& known) { return known.document == id; };
    if (std::ranges::any_of(result.evidence, is_same)) continue;
    const auto* const document = view.find(id);
    result.evidence.push_back({id, document == nullptr ? DocumentState::unknown : document->state});
  }
}

bool has_note(const Requirement* row) {
  return !trim(row->evidence_note).empty();
}

/// covered, partly or gap, from the evidence alone.
RequirementStatus evidence_status(const RequirementDay& result, bool has_any_note) {
  const auto in_force =
      std::ranges::count(result.evidence, DocumentState::in_force, &EvidenceDay::state);
  const bool is_whole = in_force == std::ssize(result.evidence);
  if (result.evidence.empty() && !has_any_note) return RequirementStatus::gap;
  if (is_whole) return RequirementStatus::covered;
  return in_force > 0 || has_any_note ? RequirementStatus::partly : RequirementStatus::gap;
}

Exempt inapplicable_to(const Question& question, Date day) {
  Exempt exempt;
  for (const auto* const row : question.rows) {
    if (row->not_applicable && is_decided(*row->not_applicable, day))
      exempt.add(row->not_applicable->units);
  }
  return exempt;
}

/// The status of what no document or note covers.
void judge_exemptions(const DayView& view, const Question& question, RequirementDay& result) {
  auto exempt = inapplicable_to(question, view.day());
  for (const auto* const waiver : question.waivers)
    exempt.add(waiver->units);
  auto left = units_left(view, exempt, question.clause);
  if (is_settled(exempt, left)) {
    result.status = RequirementStatus::waived;
  } else if (question.clause != nullptr && question.clause->force == ClauseForce::advice &&
             !result.has_evidence) {
    result.status = RequirementStatus::advice_unused;
  } else if (!exempt.units.empty()) {
    result.uncovered = std::move(left);
  }
}

RequirementDay judge(const DayView& view, const Question& question) {
  RequirementDay result;
  for (const auto* const row : question.rows)
    add_evidence(view, *row, result);
  const bool has_any_note = std::ranges::any_of(question.rows, has_note);
  result.has_evidence = has_any_note || !result.evidence.empty();
  if (!question.waivers.empty()) result.waiver = question.waivers.front();
  const auto inapplicable = inapplicable_to(question, view.day());
  if (is_settled(inapplicable, units_left(view, inapplicable, question.clause))) {
    result.status = RequirementStatus::not_applicable;
    return result;
  }
  result.status = evidence_status(result, has_any_note);
  if (result.status == RequirementStatus::gap) judge_exemptions(view, question, result);
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
    if (applies_on(waiver, view.day()) && concerns(waiver)) waivers.push_back(&waiver);
  }
  return waivers;
}

std::vector<const Waiver*> waivers_on(const DayView& view, const Requirement& requirement) {
  return waivers_of(view, [&](const Waiver& waiver) {
    return !waiver.source.empty() && waiver.source == requirement.source &&
           is_part_of(requirement.clause, waiver.clause);
  });
}

/// A gap in one unit: a waiver that it has, or a recommendation that nobody follows, is none.
void judge_gap_in(const DayView& view, const Question& question, const OrgUnit& unit,
                  RequirementDay& result) {
  for (const auto* const waiver : question.waivers) {
    Exempt exempt;
    exempt.add(waiver->units);
    if (!exempt.everybody && !is_exempt(view, exempt, unit)) continue;
    result.waiver = waiver;
    result.status = RequirementStatus::waived;
    return;
  }
  const bool is_advice =
      question.clause != nullptr && question.clause->force == ClauseForce::advice;
  if (is_advice && !result.has_evidence) result.status = RequirementStatus::advice_unused;
}

std::pair<std::ptrdiff_t, RequirementOrigin> place_of(const PlacedRequirement& placed,
                                                      const Handbook& handbook) {
  if (placed.clause != nullptr)
    return {placed.clause - handbook.clauses.data(), RequirementOrigin::law};
  return {std::numeric_limits<std::ptrdiff_t>::max(), placed.requirement->origin};
}

}  // namespace

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

const Clause* clause_of(const Handbook& handbook, const Requirement& requirement) {
  const Clause* first = nullptr;
  for (const auto& clause : handbook.clauses) {
    if (!answers_for(requirement.source, requirement.clause, clause)) continue;
    if (clause.ref == requirement.clause) return &clause;
    if (first == nullptr) first = &clause;
  }
  return first;
}

std::string requirement_title(const Handbook& handbook, const Requirement& requirement) {
  const auto* const clause = clause_of(handbook, requirement);
  return requirement.text.empty() && clause != nullptr ? clause->title : requirement.text;
}

bool applies_on(const Waiver& waiver, Date day) {
  const bool is_decided = !waiver.decided_on || *waiver.decided_on <= day;
  return is_decided && is_valid_on(waiver, day);
}

RequirementDay requirement_on(const DayView& view, const Requirement& requirement) {
  return judge(
      view,
      {{&requirement}, waivers_on(view, requirement), clause_of(view.handbook(), requirement)});
}

std::optional<RequirementDay> requirement_in(const DayView& view, const Requirement& requirement,
                                             const OrgUnit& unit) {
  const auto* const clause = clause_of(view.handbook(), requirement);
  if (!is_concerned(unit, clause)) return std::nullopt;
  const Question question{{&requirement}, waivers_on(view, requirement), clause};
  RequirementDay result;
  add_evidence(view, requirement, result);
  std::erase_if(result.evidence, [&](const EvidenceDay& evidence) {
    const auto* const document = view.find(evidence.document);
    const auto* const text = document == nullptr ? nullptr : document->shown;
    return text != nullptr && !reaches(view.handbook(), *text, unit, view.day());
  });
  const bool has_any_note = has_note(&requirement);
  result.has_evidence = has_any_note || !result.evidence.empty();
  result.status = evidence_status(result, has_any_note);
  const auto inapplicable = inapplicable_to(question, view.day());
  if (inapplicable.everybody || is_exempt(view, inapplicable, unit)) {
    result.status = RequirementStatus::not_applicable;
  } else if (result.status == RequirementStatus::gap) {
    judge_gap_in(view, question, unit, result);
  }
  return result;
}

RequirementDay clause_on(const DayView& view, const Clause& clause) {
  const auto concerns = [&](const Waiver& waiver) {
    return answers_for(waiver.source, waiver.clause, clause);
  };
  return judge(view, {requirements_of(view, clause), waivers_of(view, concerns), &clause});
}

RoleId lead_role(std::span<const Responsible> responsible) {
  const auto lead = std::ranges::find(responsible, true, &Responsible::lead);
  if (lead != responsible.end()) return lead->role;
  return responsible.empty() ? RoleId() : responsible.front().role;
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
