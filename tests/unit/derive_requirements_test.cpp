#include <algorithm>

#include <catch2/catch.hpp>

#include "derive/requirement_status.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

Requirement row(const std::string& clause, std::vector<DocumentId> evidence = {}) {
  Requirement requirement;
  requirement.id = "KRAV-" + clause;
  requirement.source = "sosfs-2011-9";
  requirement.clause = clause;
  requirement.evidence = std::move(evidence);
  return requirement;
}

Inapplicability decision(std::vector<UnitId> units) {
  return {"Bara kök.", "DIR", test::day("2026-11-21"), std::move(units)};
}

Handbook with_clauses() {
  auto handbook = test::sample_handbook();
  handbook.clauses = {{"sosfs-2011-9", "4:4 st1", "Rutiner", ClauseForce::binding, {}, {}},
                      {"sosfs-2011-9", "5:2 AR", "Exempel", ClauseForce::advice, {}, {}}};
  return handbook;
}

RequirementStatus status_of(const Handbook& handbook, const Requirement& requirement,
                            const char* day = "2026-11-21") {
  return requirement_on(DayView(handbook, test::day(day)), requirement).status;
}

/// The status of the clause on the day, given the rows.
RequirementStatus status_of_clause(Handbook handbook, std::vector<Requirement> rows,
                                   std::size_t clause = 0) {
  handbook.requirements = std::move(rows);
  return clause_on(DayView(handbook, test::day("2026-11-21")), handbook.clauses[clause]).status;
}

TEST_CASE("evidence counts while it is in force", "[derive][requirements]") {
  const auto handbook = with_clauses();
  CHECK(status_of(handbook, row("4:4 st1", {"RUT-001"})) == RequirementStatus::covered);
  CHECK(status_of(handbook, row("4:4 st1", {"RUT-001", "RUT-003"})) == RequirementStatus::partly);
  CHECK(status_of(handbook, row("4:4 st1", {"RUT-003"})) == RequirementStatus::gap);
  CHECK(status_of(handbook, row("4:4 st1", {"RUT-003"}), "2026-09-30") ==
        RequirementStatus::covered);
  CHECK(status_of(handbook, row("4:4 st1")) == RequirementStatus::gap);
  auto noted = row("4:4 st1", {"RUT-003"});
  noted.evidence_note = "Tavlan i hallen";
  CHECK(status_of(handbook, noted) == RequirementStatus::partly);
}

TEST_CASE("each document of the evidence is told with its state", "[derive][requirements]") {
  const auto handbook = with_clauses();
  const DayView view(handbook, test::day("2026-11-21"));
  const auto found =
      requirement_on(view, row("4:4 st1", {"RUT-001", "RUT-002", "RUT-005", "RUT-999", "RUT-001"}));
  REQUIRE(found.evidence.size() == 4);
  CHECK(found.evidence[0].state == DocumentState::in_force);
  CHECK(found.evidence[1].state == DocumentState::repealed);
  CHECK(found.evidence[2].state == DocumentState::in_review);
  CHECK(found.evidence[3].state == DocumentState::unknown);
  CHECK(found.has_evidence);
}

TEST_CASE("a decision that a requirement does not apply counts from its day",
          "[derive][requirements]") {
  const auto handbook = with_clauses();
  auto requirement = row("4:4 st1");
  requirement.not_applicable = decision({});
  CHECK(status_of(handbook, requirement) == RequirementStatus::not_applicable);
  CHECK(status_of(handbook, requirement, "2026-11-20") == RequirementStatus::gap);
  requirement.not_applicable = decision({"namnd"});
  CHECK(status_of(handbook, requirement) == RequirementStatus::not_applicable);
  requirement.not_applicable = decision({"annan"});
  const auto found = requirement_on(DayView(handbook, test::day("2026-11-21")), requirement);
  CHECK(found.status == RequirementStatus::gap);
  REQUIRE(found.uncovered.size() == 1);
  CHECK(found.uncovered.front()->id == "enhet");
}

TEST_CASE("in a unit only what applies there answers for a requirement", "[derive][requirements]") {
  auto handbook = with_clauses();
  handbook.units.push_back(handbook.units.front());
  handbook.units.back().id = "ovrig";
  std::ranges::sort(handbook.units, {}, &OrgUnit::id);
  const auto* const unit = handbook.find_unit("enhet");
  const auto* const other = handbook.find_unit("ovrig");
  const auto status_in = [&](const Requirement& requirement, const OrgUnit& where) {
    const DayView view(handbook, test::day("2026-11-21"));
    const auto found = requirement_in(view, question_about(view, requirement), where);
    REQUIRE(found);
    return found->status;
  };
  CHECK(status_in(row("4:4 st1", {"RUT-001"}), *unit) == RequirementStatus::covered);
  CHECK(status_in(row("4:4 st1", {"RUT-003"}), *unit) == RequirementStatus::gap);

  for (auto& document : handbook.documents) {
    for (auto& revision : document.revisions)
      revision.applies_to = {"ovrig"};
  }
  CHECK(status_in(row("4:4 st1", {"RUT-001"}), *unit) == RequirementStatus::gap);
  CHECK(status_in(row("4:4 st1", {"RUT-001"}), *other) == RequirementStatus::covered);
  CHECK(status_in(row("5:2 AR"), *unit) == RequirementStatus::advice_unused);

  auto decided = row("4:4 st1");
  decided.not_applicable = decision({"enhet"});
  CHECK(status_in(decided, *unit) == RequirementStatus::not_applicable);
  CHECK(status_in(decided, *other) == RequirementStatus::gap);

  Waiver waiver;
  waiver.source = "sosfs-2011-9";
  waiver.clause = "4:4 st1";
  waiver.units = {"ovrig"};
  handbook.waivers = {waiver};
  CHECK(status_in(row("4:4 st1"), *other) == RequirementStatus::waived);
  CHECK(status_in(row("4:4 st1"), *unit) == RequirementStatus::gap);

  handbook.clauses.front().regimes = {"TL"};
  const DayView view(handbook, test::day("2026-11-21"));
  const auto other_regime = row("4:4 st1");
  CHECK_FALSE(requirement_in(view, question_about(view, other_regime), *unit));
}

TEST_CASE("a waiver counts from its first day until its end", "[derive][requirements]") {
  auto handbook = with_clauses();
  Waiver waiver;
  waiver.source = "sosfs-2011-9";
  waiver.clause = "4:4";
  waiver.valid_from = test::day("2026-11-21");
  waiver.valid_to = test::day("2026-11-22");
  handbook.waivers = {waiver};
  CHECK(status_of(handbook, row("4:4 st1"), "2026-11-20") == RequirementStatus::gap);
  CHECK(status_of(handbook, row("4:4 st1")) == RequirementStatus::waived);
  CHECK(status_of(handbook, row("4:4 st1"), "2026-11-22") == RequirementStatus::gap);
  CHECK(status_of(handbook, row("6:1")) == RequirementStatus::gap);
  CHECK(status_of(handbook, row("4:4 st1", {"RUT-001"})) == RequirementStatus::covered);
}

TEST_CASE("a clause has the status of its rows together", "[derive][requirements]") {
  const auto handbook = with_clauses();
  CHECK(status_of_clause(handbook, {}) == RequirementStatus::gap);
  CHECK(status_of_clause(handbook, {row("4:4 st1"), row("4:4", {"RUT-001"})}) ==
        RequirementStatus::covered);
  CHECK(status_of_clause(handbook, {row("4:4 st1", {"RUT-001"}), row("4:4", {"RUT-003"})}) ==
        RequirementStatus::partly);
  CHECK(status_of_clause(handbook, {row("4", {"RUT-001"})}) == RequirementStatus::gap);
  CHECK(status_of_clause(handbook, {}, 1) == RequirementStatus::advice_unused);
  CHECK(status_of_clause(handbook, {row("5:2 AR", {"RUT-001"})}, 1) == RequirementStatus::covered);
}

TEST_CASE("a row counts on the days that it names", "[derive][requirements]") {
  auto handbook = with_clauses();
  auto before = row("4:4", {"RUT-001"});
  before.id = "A-before";
  before.valid_to = test::day("2026-11-21");
  auto after = row("4:4");
  after.id = "B-after";
  after.valid_from = test::day("2026-11-21");
  handbook.requirements = {before, after};
  const auto on = [&](const char* day) {
    const DayView view(handbook, test::day(day));
    std::string ids;
    for (const auto* const counted : requirements_of(view, handbook.clauses.front()))
      ids.append(counted->id).append(" ");
    for (const auto& placed : requirements_in_order(view))
      ids.append(placed.requirement->id).append(" ");
    return ids;
  };
  CHECK(on("2026-11-20") == "A-before A-before ");
  CHECK(on("2026-11-21") == "B-after B-after ");
}

TEST_CASE("the first that leads answers for a requirement, or else the first",
          "[derive][requirements]") {
  CHECK(lead_role(std::vector<Responsible>()).empty());
  const std::vector<Responsible> none_leads = {{"EC", false}, {"DIR", false}};
  CHECK(lead_role(none_leads) == "EC");
  const std::vector<Responsible> second_leads = {{"EC", false}, {"DIR", true}};
  CHECK(lead_role(second_leads) == "DIR");
}

TEST_CASE("the matrix follows the register of clauses, then the origins",
          "[derive][requirements]") {
  auto handbook = with_clauses();
  auto own = row("");
  own.id = "A-own";
  own.source.clear();
  own.origin = RequirementOrigin::own;
  auto user = own;
  user.id = "A-user";
  user.origin = RequirementOrigin::user;
  auto last = row("5:2 AR");
  last.id = "B-last";
  auto section = row("4:4");  // stands at its first part
  section.id = "C-section";
  handbook.requirements = {user, own, last, section};
  std::vector<std::string> ids;
  for (const auto& placed : requirements_in_order(DayView(handbook, test::day("2026-11-21"))))
    ids.push_back(placed.requirement->id);
  CHECK(ids == std::vector<std::string>{"C-section", "B-last", "A-own", "A-user"});
}

}  // namespace
}  // namespace handbok
