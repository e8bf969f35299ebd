// Whom findings concern: the units of the row that they are about, or those that lack something.
#include <catch2/catch.hpp>

#include "base/strings.hpp"
#include "support/fixture.hpp"

namespace handbok::test {
namespace {

struct Concerned {
  std::string code;
  std::string units;  ///< of each finding in the code's fixture: "lonn", "lonn+strand"; "*" is all
};

/// The base has the units lonn and strand in avd.
const std::vector<Concerned> expected = {
    {"action.overdue", "lonn lonn"},
    {"action.unknown", "* * *"},
    {"contractor.report-missing", "strand strand"},
    {"duty.unassigned", "avd avd lonn+strand lonn+strand * lonn"},
    {"ikp.uncovered", "avd avd avd strand"},
    {"process.no-risk", "avd avd strand"},
    {"process.no-self-check", "avd avd strand"},
    {"report.quality-missing", "* * * * * strand * *"},
    {"report.unit-missing", "strand strand strand strand strand"},
    {"req.evidence-not-in-force",
     "lonn+strand lonn+strand lonn+strand lonn+strand lonn+strand lonn+strand lonn+strand"},
    {"req.unmet",
     "lonn+strand lonn+strand lonn+strand strand lonn+strand lonn+strand lonn+strand lonn "
     "lonn+strand strand"},
    {"risk.untreated", "avd avd avd avd avd avd avd strand"},
    {"selfcheck.overdue", "lonn+strand lonn+strand lonn+strand strand"},
    {"selfcheck.no-analysis", "lonn+strand lonn+strand lonn"},
    {"source.complaint-uncovered", "* * strand"},
    {"topic.missing", "* * * lonn strand"},
    {"unit.name-taken", "lonn+strand"},
    {"unit.no-head", "strand strand"},
    {"unit.no-self-check", "strand lonn strand lonn strand"},
    {"waiver.expired", "*"},
};

std::string concerned_by(const Fixture& fixture) {
  std::vector<std::string> words;
  for (const auto& one : fixture.cases) {
    for (const auto& diagnostic : diagnose(one.sources, one.as_of)) {
      if (info_of(diagnostic.code).name != fixture.name) continue;
      words.push_back(diagnostic.units.empty() ? "*" : join(diagnostic.units, "+"));
    }
  }
  return join(words, " ");
}

}  // namespace

TEST_CASE("a finding about a row concerns the units of the row", "[check][units]") {
  std::size_t asked = 0;
  for (const auto& fixture : all_fixtures("checks")) {
    const auto wanted = std::ranges::find(expected, fixture.name, &Concerned::code);
    if (wanted == expected.end()) continue;
    INFO(fixture.name);
    CHECK(concerned_by(fixture) == wanted->units);
    ++asked;
  }
  CHECK(asked == expected.size());
}

}  // namespace handbok::test
