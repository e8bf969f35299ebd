#include <algorithm>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "base/strings.hpp"
#include "diag/codes.hpp"
#include "model/registers.hpp"
#include "support/fixture.hpp"

namespace handbok::test {
namespace {

std::set<std::string> codes_of(const std::vector<Diagnostic>& diagnostics) {
  std::set<std::string> codes;
  for (const auto& diagnostic : diagnostics)
    codes.emplace(info_of(diagnostic.code).name);
  return codes;
}

/// The same handbook, which begins the day after.
FileTree begun_later(const FixtureCase& one) {
  auto sources = one.sources;
  const auto* const settings = sources.find("handbook.toml");
  if (settings == nullptr) return sources;
  const auto line = "history_from = " + one.as_of.plus_days(1).to_string() + "\n";
  sources.put("handbook.toml", line + *settings);
  return sources;
}

}  // namespace

TEST_CASE("where something might stand is a register that there is", "[check][history]") {
  std::set<std::string_view> registers{"texts", "everything"};
  const Handbook handbook;
  for (const auto* const about : registers_of(handbook))
    registers.insert(about->file);
  for (const auto& code : all_codes()) {
    for (const auto place : split(code.lacks, ' '))
      if (!code.lacks.empty()) CHECK(registers.contains(place));
  }
}

TEST_CASE("of a day before the history begins no check says that something was missing",
          "[check][history]") {
  std::set<std::string> silent;
  for (const auto& fixture : all_fixtures("checks")) {
    for (const auto& one : fixture.cases) {
      const auto before = codes_of(diagnose(one.sources, one.as_of));
      const auto after = codes_of(diagnose(begun_later(one), one.as_of));
      if (before.contains(fixture.name) && !after.contains(fixture.name))
        silent.insert(fixture.name);
    }
  }
  CHECK(join(std::vector<std::string>(silent.begin(), silent.end()), "\n") ==
        R"(action.effect-unchecked
action.overdue
activity.no-routine
activity.routine-not-in-force
analysis.missing
calendar.unscheduled
collab.no-routine
collab.partner-kind-missing
content.missing
contractor.report-missing
decision.no-delegation
doc.history-missing
doc.orphan
doc.review-overdue
doc.suspect
duty.unassigned
finding.no-decision
goal.unit-missing
goal.unmeasurable
ikp.uncovered
legal.clause-unknown
legal.source-unreviewed
legal.unknown
legal.unregistered
legal.wording-newer
link.to-draft
plan.missing
process.collaboration-undescribed
process.no-risk
process.no-self-check
process.not-adopted
register.day-passed
report.quality-missing
report.safety-late
report.safety-missing
report.unit-missing
req.evidence-not-in-force
req.na-without-reason
req.unmet
review.missing
review.outcome-missing
risk.carry-over
risk.reassess-overdue
risk.untreated
role.unused
selfcheck.no-analysis
selfcheck.overdue
service.no-process
source.complaint-uncovered
term.undefined
topic.missing
unit.no-head
unit.no-self-check
waiver.expired)");
}

}  // namespace handbok::test
