#include <algorithm>

#include <catch2/catch.hpp>

#include "questions/impact.hpp"
#include "support/code.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

using Lines = std::vector<std::string>;

ImpactAnswer impact_on(const Handbook& handbook, const char* reference, const char* day) {
  const auto subject = find_subject(handbook, test::day(day), reference);
  REQUIRE(subject.has_value());
  return impact_of(handbook, test::day(day), *subject);
}

/// "step PRO-001#A1 follows" for each dependent.
Lines dependents_of(const Handbook& handbook, const char* reference, const char* day) {
  Lines lines;
  for (const auto& one : impact_on(handbook, reference, day).dependents) {
    lines.push_back(std::string(name_of(one.kind)) + " " + one.id + " " +
                    std::string(name_of(one.bond)));
  }
  return lines;
}

bool breaks(const ImpactAnswer& answer, Code code, std::string_view subject) {
  return std::ranges::any_of(answer.consequences, [&](const Diagnostic& diagnostic) {
    return diagnostic.code == code && diagnostic.subject == subject;
  });
}

Handbook handbook_with_registers() {
  auto handbook = test::sample_handbook();
  Risk risk;
  risk.id = "RSK-01";
  risk.process = "PRO-001";
  risk.handled_by = {"EGK-01", "RUT-001"};
  risk.owner = "KSA";
  risk.unit = "enhet";
  risk.assessments = {{test::day("2026-03-01"), 2, 2, "KSA"}};
  handbook.risks = {risk};
  SelfCheck check;
  check.id = "EGK-01";
  check.checks = {"RUT-001"};
  check.performed_by = {"KSA"};
  check.ends_on = test::day("2026-12-01");
  handbook.self_checks = {check};
  return handbook;
}

TEST_CASE("a duty to report rests on the routine in force that describes it", "[impact]") {
  auto handbook = test::sample_handbook();
  handbook.types[1].is_routine = true;
  handbook.documents[1].revisions[1].topics = {"fara"};
  ReportingDuty duty;
  duty.id = "TILL-01";
  duty.title = "Säga till";
  duty.topics = {"fara"};
  duty.to = {"DIR"};
  duty.valid_from = test::day("2026-11-21");
  handbook.reporting_duties = {duty};
  CHECK(dependents_of(handbook, "RUT-001", "2026-11-21") ==
        Lines{"step PRO-001#A1 follows", "reporting_duty TILL-01 routine"});
  CHECK(dependents_of(handbook, "RUT-001", "2026-11-20") == Lines{"step PRO-001#A1 follows"});
}

TEST_CASE("what rests on a document is found in every register", "[impact]") {
  const auto handbook = handbook_with_registers();
  CHECK(dependents_of(handbook, "RUT-001", "2026-11-21") ==
        Lines{"step PRO-001#A1 follows", "risk RSK-01 handled_by", "self_check EGK-01 checks"});
  CHECK(dependents_of(handbook, "EGK-01", "2026-11-21") == Lines{"risk RSK-01 handled_by"});
  CHECK(dependents_of(handbook, "PRO-001", "2026-11-21") ==
        Lines{"risk RSK-01 about", "settings handbook.toml uses"});
}

TEST_CASE("what is closed, ended or not yet known does not rest on anything", "[impact]") {
  auto handbook = handbook_with_registers();
  CHECK(dependents_of(handbook, "RUT-001", "2026-12-01").size() == 2);  // the self-check ended
  CHECK(dependents_of(handbook, "RUT-001", "2026-02-28") ==
        Lines{"step PRO-001#A1 follows", "self_check EGK-01 checks"});
  handbook.risks[0].closed_on = test::day("2026-11-21");
  CHECK(dependents_of(handbook, "RUT-001", "2026-11-20").size() == 3);
  CHECK(dependents_of(handbook, "RUT-001", "2026-11-21").size() == 2);
}

TEST_CASE("a role and a unit carry what names them", "[impact]") {
  const auto handbook = handbook_with_registers();
  const auto of_role = dependents_of(handbook, "KSA", "2026-11-21");
  CHECK(std::ranges::count(of_role, "risk RSK-01 owner") == 1);
  CHECK(std::ranges::count(of_role, "self_check EGK-01 performs") == 1);
  CHECK(std::ranges::count(of_role, "document RUT-001 owner") == 1);
  CHECK(std::ranges::count(of_role, "document RUT-006 owner") == 0);  // a draft
  CHECK(dependents_of(handbook, "enhet", "2026-11-21") == Lines{"risk RSK-01 belongs_to"});
  CHECK(std::ranges::count(dependents_of(handbook, "namnd", "2026-11-21"),
                           "unit enhet lies_below") == 1);
}

TEST_CASE("taking something away shows what the checks would say", "[impact]") {
  const auto handbook = handbook_with_registers();
  const auto routine = impact_on(handbook, "RUT-001", "2026-11-21");
  CHECK_FALSE(routine.subject.is_gone);
  CHECK(breaks(routine, "activity.routine-not-in-force"_code, "PRO-001/A1"));
  const auto role = impact_on(handbook, "KSA", "2026-11-21");
  CHECK_FALSE(role.consequences.empty());
  CHECK(impact_on(handbook, "RSK-01", "2026-11-21").dependents.empty());
}

TEST_CASE("what is already gone shows what its end costs", "[impact]") {
  auto handbook = test::sample_handbook();
  for (auto& document : handbook.documents) {
    if (document.id == "PRO-001") document.revisions[0].process->nodes[1].routines = {"RUT-002"};
  }
  const auto before = impact_on(handbook, "RUT-002", "2026-05-31");
  CHECK_FALSE(before.subject.is_gone);
  CHECK(breaks(before, "activity.routine-not-in-force"_code, "PRO-001/A1"));
  const auto after = impact_on(handbook, "RUT-002@1", "2026-06-01");
  CHECK(after.subject.is_gone);
  CHECK(breaks(after, "activity.routine-not-in-force"_code, "PRO-001/A1"));
}

Handbook handbook_with_law() {
  auto handbook = test::sample_handbook();
  LegalSource old_act;
  old_act.id = "sfs-2001-453";
  old_act.number = "SFS 2001:453";
  old_act.short_name = "SoL";
  old_act.in_force_from = test::day("2002-01-01");
  old_act.repealed_on = test::day("2025-07-01");
  auto new_act = old_act;
  new_act.id = "sfs-2025-400";
  new_act.number = "SFS 2025:400";
  new_act.in_force_from = test::day("2025-07-01");
  new_act.repealed_on.reset();
  handbook.sources = {old_act, new_act};
  Clause clause;
  clause.source = "sfs-2025-400";
  clause.ref = "14:3 st1";
  handbook.clauses = {clause};
  for (auto& document : handbook.documents) {
    for (auto& revision : document.revisions) {
      if (document.id == "RUT-001") revision.requirements = {"sfs-2025-400/14:3 st1"};
      if (document.id == "PRO-001") revision.legal_basis = {"SFS 2001:453"};
    }
  }
  return handbook;
}

TEST_CASE("a source is found by number, id, short name and citation", "[impact]") {
  const auto handbook = handbook_with_law();
  const auto id_of = [&](const char* reference, const char* day) {
    const auto subject = find_subject(handbook, test::day(day), reference);
    return subject ? subject->id : std::string("none");
  };
  CHECK(id_of("SFS 2001:453", "2026-11-21") == "sfs-2001-453");
  CHECK(id_of("SoL", "2025-06-30") == "sfs-2001-453");
  CHECK(id_of("SoL", "2025-07-01") == "sfs-2025-400");
  CHECK(id_of("sfs-2025-400/14:3", "2026-11-21") == "sfs-2025-400/14:3");
  CHECK(id_of("SFS 2025:400 14:3 st1", "2026-11-21") == "sfs-2025-400/14:3 st1");
  CHECK(id_of("14 kap. 3 § SoL", "2026-11-21") == "sfs-2025-400/14:3");
  CHECK(id_of("SFS 1999:1", "2026-11-21") == "none");
  CHECK(nearest_subject(handbook, "RUT-01") == "RUT-001");
}

TEST_CASE("a clause carries who names it, its section or its parts", "[impact]") {
  const auto handbook = handbook_with_law();
  CHECK(dependents_of(handbook, "sfs-2025-400/14:3 st1", "2026-11-21") ==
        Lines{"document RUT-001 answers_to"});
  CHECK(dependents_of(handbook, "14 kap. 3 § SoL", "2026-11-21") ==
        Lines{"document RUT-001 answers_to"});
  CHECK(dependents_of(handbook, "SFS 2001:453", "2026-11-21") ==
        Lines{"document PRO-001 rests_on"});
  CHECK(impact_on(handbook, "SFS 2001:453", "2025-06-30").subject.is_gone == false);
  CHECK(
      breaks(impact_on(handbook, "SFS 2001:453", "2026-11-21"), "legal.repealed"_code, "PRO-001"));
}

}  // namespace
}  // namespace handbok
