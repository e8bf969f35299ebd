#include <algorithm>

#include <catch2/catch.hpp>

#include "support/code.hpp"
#include "support/fixture.hpp"

namespace handbok {
namespace {

constexpr const char* clauses = R"([[clause]]
source = "sosfs-2011-9"
ref = "4:4 st1"
title = "Rutiner för varje aktivitet"

[[clause]]
source = "sosfs-2011-9"
ref = "5:2 AR"
title = "Exempel på egenkontroll"
force = "advice"
)";

/// Two rows, one binding and one advice, that rest on INS-001.
constexpr const char* requirements = R"([[requirement]]
id = "KRAV-1"
clause = "sosfs-2011-9/4:4 st1"
evidence = ["INS-001"]
responsible = [{ role = "EC" }, { role = "KCH", lead = true }]

[[requirement]]
id = "KRAV-2"
clause = "sosfs-2011-9/5:2 AR"
evidence = ["INS-001"]
responsible = [{ role = "MAS", lead = true }]
)";

constexpr const char* repeal = R"(decided_on = 2026-11-01
effective_on = 2026-11-21
decided_by = "DIR"
reason = "Den behövs inte längre."
no_successor = true
)";

FileTree sources_with(const std::string& rows) {
  auto sources = test::base_handbook();
  sources.put("registers/clauses.toml", clauses);
  sources.put("registers/requirements.toml", rows);
  return sources;
}

std::vector<Diagnostic> of_requirements(const FileTree& sources, const char* day) {
  auto found = test::diagnose(sources, *Date::parse(day));
  std::erase_if(found, [](const Diagnostic& diagnostic) {
    return !info_of(diagnostic.code).name.starts_with("req.");
  });
  return found;
}

const Diagnostic& unmet(const std::vector<Diagnostic>& diagnostics) {
  const auto it = std::ranges::find(diagnostics, "req.unmet"_code, &Diagnostic::code);
  REQUIRE(it != diagnostics.end());
  return *it;
}

TEST_CASE("removing the last covering routine names the clause, its owner and the unit",
          "[check]") {
  auto sources = sources_with(requirements);
  sources.put("documents/INS-001/repeal.toml", repeal);
  CHECK(of_requirements(sources, "2026-11-20").empty());
  const auto found = of_requirements(sources, "2026-11-21");
  const auto& diagnostic = unmet(found);
  CHECK(diagnostic.subject == "KRAV-1");
  CHECK(diagnostic.owner == "KCH");
  CHECK(diagnostic.severity == Severity::warning);
  const auto sentence = what_text(diagnostic, Language::swedish);
  CHECK(sentence.find("SOSFS 2011:9 4:4 st1") != std::string::npos);
  CHECK(sentence.find("Rutiner för varje aktivitet") != std::string::npos);
  CHECK(sentence.find("Nämnden") != std::string::npos);
  CHECK(std::ranges::count(found, "req.unmet"_code, &Diagnostic::code) == 1);
}

TEST_CASE("before the handbook's history it is not known whether a requirement was met",
          "[check]") {
  auto sources = sources_with(requirements);
  sources.put("documents/INS-001/repeal.toml", repeal);
  auto& settings = sources.files().at("handbook.toml");
  settings = "history_from = 2026-11-22\n" + settings;
  const auto is_unmet = [&](const char* day) {
    const auto found = of_requirements(sources, day);
    return std::ranges::count(found, "req.unmet"_code, &Diagnostic::code) == 1;
  };
  CHECK_FALSE(is_unmet("2026-11-21"));
  CHECK(is_unmet("2026-11-22"));
}

TEST_CASE("where a gap concerns one unit, that one is named", "[check]") {
  const auto found = of_requirements(sources_with(R"([[requirement]]
id = "KRAV-1"
clause = "sosfs-2011-9/4:4 st1"
evidence = ["INS-999"]
not_applicable = { reason = "Bara kök.", decided_by = "DIR", units = ["lonn"] }
responsible = [{ role = "EC" }]
)"),
                                     "2026-11-21");
  const auto sentence = what_text(unmet(found), Language::swedish);
  CHECK(sentence.find("Stranden") != std::string::npos);
  CHECK(sentence.find("Lönnen") == std::string::npos);
}

TEST_CASE("advice that nothing answers to never raises more than a note", "[check]") {
  auto sources = sources_with(requirements);
  sources.put("documents/INS-001/repeal.toml", repeal);
  for (const auto& diagnostic : of_requirements(sources, "2026-11-21")) {
    if (diagnostic.subject == "KRAV-2") CHECK(diagnostic.severity == Severity::note);
  }
  const auto unanswered = of_requirements(sources_with(R"([[requirement]]
id = "KRAV-1"
clause = "sosfs-2011-9/4:4 st1"
evidence = ["INS-001"]

[[requirement]]
id = "KRAV-2"
clause = "sosfs-2011-9/5:2 AR"
)"),
                                          "2026-11-21");
  CHECK(unanswered.empty());
}

}  // namespace
}  // namespace handbok
