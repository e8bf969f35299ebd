#include <catch2/catch.hpp>

#include "derive/law_uses.hpp"
#include "derive/reach.hpp"
#include "derive/role_uses.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

std::vector<const Revision*> in_force(const DayView& view) {
  std::vector<const Revision*> revisions;
  for (const auto& document : view.documents()) {
    if (document.in_force != nullptr) revisions.push_back(document.in_force);
  }
  return revisions;
}

/// Two levels of units, and documents that differ in all that reach looks at.
Handbook reaching_handbook() {
  auto handbook = test::sample_handbook();
  handbook.units.front().regimes = {"HSL"};
  const auto add = [&](const std::string& id, const std::string& unit) -> Revision& {
    Document document;
    document.id = id;
    document.revisions = {test::adopted_revision(id, 1, "2026-01-01")};
    document.revisions.front().unit = unit;
    handbook.documents.push_back(std::move(document));
    return handbook.documents.back().revisions.front();
  };
  add("RUT-020", "enhet");
  add("RUT-021", "namnd").regimes = {"HSL"};
  add("RUT-022", "namnd").regimes = {"SOL"};
  add("RUT-023", "namnd").excludes = {"enhet"};
  add("RUT-024", "namnd").applies_to = {"enhet"};
  return handbook;
}

TEST_CASE("the index of reach answers as reach itself does", "[derive][reach]") {
  const auto handbook = reaching_handbook();
  const DayView view(handbook, test::day("2026-11-21"));
  const ReachIndex index(view, in_force(view));
  for (const auto& unit : handbook.units) {
    INFO(unit.id);
    CHECK(index.of(unit) == effective_handbook(view, unit));
  }
  CHECK(index.of(handbook.units.front()).size() == 5);
}

TEST_CASE("a role meets each step, task and text once", "[derive][roles]") {
  auto revision = test::adopted_revision("PRO-001", 1, "2026-01-01");
  revision.audience = {"KSA", "KSA"};
  revision.responsible = {{"Svara", {"KSA", "DIR", "KSA"}, {}}};
  Process process;
  ProcessNode start;
  start.id = "S";
  start.kind = StepKind::start;
  ProcessNode last;
  last.id = "A2";
  last.roles = {"KSA"};
  auto first = last;
  first.id = "A1";
  first.performed_in = {"enhet"};
  process.nodes = {start, last, first};
  process.edges = {{"S", "A1", "", {}}, {"A1", "A2", "", {}}};
  revision.process = process;
  const std::vector<const Revision*> revisions = {&revision};
  const RoleUses uses(revisions);
  const auto& use = uses.of_role("KSA");
  CHECK(use.to_read == revisions);
  CHECK(use.tasks.size() == 1);
  REQUIRE(use.steps.size() == 2);
  CHECK(use.steps[0].node->id == "A1");
  CHECK(use.steps[0].number == 1);
  CHECK(use.steps[1].number == 2);
  REQUIRE(uses.steps_in("enhet").size() == 1);
  CHECK(uses.steps_in("enhet").front().node->id == "A1");
  CHECK(uses.of_role("MAS").steps.empty());
  CHECK(uses.steps_in("namnd").empty());
}

TEST_CASE("a legal basis names the source whose whole number it starts with", "[derive][law]") {
  Handbook handbook;
  LegalSource source;
  source.id = "sfs-2017-3";
  source.number = "SFS 2017:3";
  handbook.sources = {source};
  CHECK(source_of_basis(handbook, "SFS 2017:3") != nullptr);
  CHECK(source_of_basis(handbook, "SFS 2017:3 5 kap. 1 §") != nullptr);
  CHECK(source_of_basis(handbook, "SFS 2017:30") == nullptr);
  CHECK(source_of_basis(handbook, "") == nullptr);
}

TEST_CASE("a law is used by those that rest on it and those that name a clause", "[derive][law]") {
  Handbook handbook;
  LegalSource source;
  source.id = "sosfs-2011-9";
  source.number = "SOSFS 2011:9";
  handbook.sources = {source};
  auto resting = test::adopted_revision("RUT-001", 1, "2026-01-01");
  resting.legal_basis = {"SOSFS 2011:9", "SOSFS 2011:9 4 kap."};
  auto naming = test::adopted_revision("RUT-002", 1, "2026-01-01");
  naming.requirements = {"sosfs-2011-9/5:3"};
  naming.body.links = {{LinkKind::clause, "sosfs-2011-9/5:3", {}, {}, {}, false},
                       {LinkKind::clause, "sosfs-2011-9", {}, {}, {}, false}};
  const std::vector<const Revision*> revisions = {&resting, &naming};
  const LawUses uses(handbook, revisions);
  const auto& use = uses.of("sosfs-2011-9");
  CHECK(use.resting == std::vector<const Revision*>{&resting});
  CHECK(use.naming_clause("5:3") == std::vector<const Revision*>{&naming});
  CHECK(use.naming_clause("") == std::vector<const Revision*>{&naming});
  CHECK(use.naming_clause("5:4").empty());
  CHECK(uses.of("sfs-2017-30").naming.empty());
}

}  // namespace
}  // namespace handbok
