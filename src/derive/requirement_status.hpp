#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "derive/day_view.hpp"

namespace handbok {

/// How well a requirement is answered to on a day. It says what exists, not that the requirement is
/// met: a document in force is evidence, no more (domain.md 6, no. 14).
enum class RequirementStatus : std::uint8_t {
  covered,         ///< all documents named as evidence are in force, or something else is named
  partly,          ///< some of the evidence is not in force
  gap,             ///< nothing in force, no decision that it does not apply, no waiver
  not_applicable,  ///< decided, for every unit
  waived,
  advice_unused,  ///< nothing is named for a recommendation, which is no gap
  not_known       ///< the evidence may be a text that the handbook had not yet begun to hold
};

/// A document named as evidence, and where it stood; `unknown` also if there is no such document.
struct EvidenceDay {
  DocumentId document;
  DocumentState state = DocumentState::unknown;
  bool is_missing = false;  ///< nothing was in force, for all the handbook knows (missing_on)
};

/// The documents, each once, as evidence. In a unit only those that apply there, or would if they
/// were in force, or what replaces them there; nullptr: in the handbook as a whole.
std::vector<EvidenceDay> evidence_in(const DayView& view, const std::vector<DocumentId>& documents,
                                     const OrgUnit* unit);

/// covered, partly, not_known or gap: what the evidence says alone, and whether something that is
/// no document is named besides.
RequirementStatus evidence_status(const std::vector<EvidenceDay>& evidence, bool has_note);

/// A requirement on the day. Pointers point into the Handbook.
struct RequirementDay {
  RequirementStatus status = RequirementStatus::gap;
  std::vector<const Requirement*> rows;   ///< that answer
  std::vector<EvidenceDay> evidence;      ///< as named by the rows, each document once
  bool has_evidence = false;              ///< a document, in force or not, or something else
  const Waiver* waiver = nullptr;         ///< that applied on the day
  std::vector<const OrgUnit*> gaps;       ///< units with a gap; none if it concerns no unit at all
  std::vector<const OrgUnit*> uncovered;  ///< the same, if it is not all of those concerned
};

/// The status of one row of the register of requirements, from what it is in each operative unit
/// that it concerns: partly if it is met in some and in others not. If it concerns none, evidence
/// counts wherever it applies.
RequirementDay requirement_on(const DayView& view, const Requirement& requirement);

/// What is asked about, found once for all units: the rows that answer, and what excuses from them.
struct RequirementQuestion {
  std::vector<const Requirement*> rows;
  std::vector<const Waiver*> waivers;  ///< that apply on the day
  const Clause* clause = nullptr;
  std::vector<RegimeId> regimes;  ///< whose work it concerns; empty: all
  /// The rows of the same clause, it included, if they share it out: where this one shows nothing
  /// they answer together.
  std::vector<const Requirement*> together{};
};

RequirementQuestion question_about(const DayView& view, const Requirement& requirement);
RequirementQuestion question_about(const DayView& view, const Clause& clause);

/// The binding clauses that no row names, of sources in force that some row names.
std::vector<const Clause*> clauses_without_rows(const DayView& view);

/// True if the source demands something on the day; what is not in the register might.
bool is_source_in_force(const DayView& view, const SourceId& id);

/// How it stands in one unit: only documents in force that apply to the unit answer there, and
/// documents that are not in force count as far as they would have applied. No value if the
/// requirement does not concern the unit.
std::optional<RequirementDay> requirement_in(const DayView& view,
                                             const RequirementQuestion& question,
                                             const OrgUnit& unit);

/// The status of a clause: that of all rows that name it or the section it is part of, together.
RequirementDay clause_on(const DayView& view, const Clause& clause);

/// The rows that count on the day and name the clause or the section it is part of: "4:4" answers
/// for "4:4 st1".
std::vector<const Requirement*> requirements_of(const DayView& view, const Clause& clause);

/// The decision that the row does not apply, if it was taken by the day of the view (was_decided);
/// nullptr if none was.
const Inapplicability* inapplicability_on(const DayView& view, const Requirement& requirement);

/// True if a row of the source and reference answers for the clause.
bool answers_for(std::string_view source, std::string_view ref, const Clause& clause);

/// The clause that a row names: its own, or the first one of the section. nullptr if the register
/// of clauses has none of them.
const Clause* clause_of(const Handbook& handbook, std::string_view source, std::string_view ref);
inline const Clause* clause_of(const Handbook& handbook, const Requirement& requirement) {
  return clause_of(handbook, requirement.source, requirement.clause);
}

/// Whose work a row about the clause concerns: its regimes, or else those of its source.
std::vector<RegimeId> regimes_of(const Handbook& handbook, std::string_view source,
                                 std::string_view ref);

/// What the row is about: its own words, or the title of its clause. Empty if it has neither.
std::string requirement_title(const Handbook& handbook, const Requirement& requirement);

/// True if the exemption applies on the day of the view. Without a first day it applies from the
/// decision, and without a day of that as far back as the register is known.
bool applies_on(const DayView& view, const Waiver& waiver);

/// Who leads the work with it: the first that leads, or else the first of all. Empty if the rows
/// name nobody.
template <typename Holder>
RoleId lead_role(const std::vector<Holder>& responsible) {
  const auto lead = std::ranges::find(responsible, true, &Holder::lead);
  if (lead != responsible.end()) return lead->role;
  return responsible.empty() ? RoleId() : responsible.front().role;
}

/// A requirement at its place in the matrix.
struct PlacedRequirement {
  const Requirement* requirement = nullptr;
  const Clause* clause = nullptr;  ///< that it is about, or nullptr; see clause_of
};

/// The requirements that count on the day of the view, in the order of the matrix: those about a
/// clause by the register of clauses (a row about a whole section stands at its first part), then
/// the others by origin; each in the order of ids. The pointers point into the Handbook.
std::vector<PlacedRequirement> requirements_in_order(const DayView& view);

}  // namespace handbok
