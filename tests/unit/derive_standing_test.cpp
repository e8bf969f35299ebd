#include <algorithm>

#include <catch2/catch.hpp>

#include "derive/missing_history.hpp"
#include "derive/standing.hpp"
#include "diag/code_names.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

// Made by hand: Catch2 judges nothing before a test begins.
const Date today = *Date::parse("2026-11-21");

Handbook with_requirement() {
  auto handbook = test::sample_handbook();
  LegalSource source;
  source.id = "sosfs-2011-9";
  source.number = "SOSFS 2011:9";
  handbook.sources = {source};
  Requirement requirement;
  requirement.id = "KRAV-1";
  requirement.source = source.id;
  requirement.clause = "4:4 st1";
  requirement.evidence = {"RUT-001"};
  handbook.requirements = {requirement};
  return handbook;
}

Diagnostic finding(Code code, const std::string& document) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.subject = document;
  diagnostic.about.document = document;
  return diagnostic;
}

Standing standing_of_row(const Handbook& handbook, const std::vector<const Diagnostic*>& findings,
                         Date day = today) {
  const DayView view(handbook, day);
  const auto cells = Standings(view, findings).of(handbook.requirements.front());
  REQUIRE(cells.size() == 1);
  CHECK(cells.front().unit->id == "enhet");
  return cells.front().standing;
}

TEST_CASE("a finding that serves the clause makes it faulty, never worse", "[derive][standing]") {
  auto handbook = with_requirement();
  CHECK(standing_of_row(handbook, {}) == Standing::shown);
  const auto served = finding(Code::activity_no_routine, "PRO-001");
  CHECK(standing_of_row(handbook, {&served}) == Standing::faulty);
  const auto other = finding(Code::risk_incomplete, "");  // serves 5:1
  CHECK(standing_of_row(handbook, {&other}) == Standing::shown);
  handbook.requirements.front().clause = "4:5";
  const auto both = finding(Code::process_collaboration_unassessed, "PRO-001");  // 4:5–4:6
  CHECK(standing_of_row(handbook, {&both}) == Standing::faulty);
  handbook.requirements.front().evidence.clear();
  CHECK(standing_of_row(handbook, {&both}) == Standing::missing);
}

TEST_CASE("a finding about a text counts where the text applies", "[derive][standing]") {
  auto handbook = with_requirement();
  for (auto& document : handbook.documents) {
    if (document.id == "PRO-001") document.revisions.front().applies_to = {"annan"};
  }
  const auto elsewhere = finding(Code::activity_no_routine, "PRO-001");
  CHECK(standing_of_row(handbook, {&elsewhere}) == Standing::shown);
}

TEST_CASE("a requirement concerns the regimes of its source", "[derive][standing]") {
  auto handbook = with_requirement();
  handbook.sources.front().regimes = {"XXX"};
  const DayView view(handbook, today);
  CHECK(Standings(view, {}).of(handbook.requirements.front()).empty());
  handbook.requirements.front().regimes = handbook.find_unit("enhet")->regimes;
  if (!handbook.requirements.front().regimes.empty())
    CHECK(Standings(view, {}).of(handbook.requirements.front()).size() == 1);
}

/// The sample, whose RUT-003 begins with revision 3 on 2026-01-01.
Handbook with_missing() {
  auto handbook = with_requirement();
  for (auto& document : handbook.documents) {
    if (document.id != "RUT-003") continue;
    document.revisions = {test::adopted_revision("RUT-003", 3, "2026-01-01")};
  }
  handbook.requirements.front().evidence = {"RUT-003"};
  return handbook;
}

std::string missing_numbers(const Handbook& handbook, const std::string& day) {
  const auto missing = missing_on(handbook, *handbook.find_document("RUT-003"), test::day(day));
  return missing ? missing->numbers() : "none";
}

TEST_CASE("before the first text that is here it is not known what applied", "[derive][standing]") {
  auto handbook = with_missing();
  CHECK(missing_numbers(handbook, "2025-12-31") == "1–2");
  CHECK(missing_numbers(handbook, "2026-01-01") == "none");
  CHECK(standing_of_row(handbook, {}, test::day("2025-12-31")) == Standing::unknown);
  CHECK(standing_of_row(handbook, {}) == Standing::shown);
  handbook.settings.history_from = test::day("2025-07-01");
  CHECK(missing_numbers(handbook, "2025-07-01") == "none");
  CHECK(missing_numbers(handbook, "2025-06-30") == "1–2");
}

TEST_CASE("dates of earlier revisions say which of them applied", "[derive][standing]") {
  auto handbook = with_missing();
  for (auto& document : handbook.documents) {
    if (document.id != "RUT-003") continue;
    EarlierRevision first{.number = 1, .valid_from = test::day("2020-01-01")};
    EarlierRevision second{
        .number = 2, .valid_from = test::day("2022-01-01"), .valid_to = test::day("2025-01-01")};
    document.earlier = {first, second};
  }
  CHECK(missing_numbers(handbook, "2019-12-31") == "none");
  CHECK(missing_numbers(handbook, "2020-01-01") == "1");
  CHECK(missing_numbers(handbook, "2022-01-01") == "2");
  CHECK(missing_numbers(handbook, "2025-01-01") == "none");
  handbook.settings.history_from = test::day("2019-01-01");
  CHECK(missing_numbers(handbook, "2022-01-01") == "2");  // told, so not believed to be here
}

}  // namespace
}  // namespace handbok
