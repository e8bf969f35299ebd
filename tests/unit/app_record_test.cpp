#include <tuple>

#include <catch2/catch.hpp>

#include "app/result_codec.hpp"
#include "support/code.hpp"

namespace handbok {
namespace {

Diagnostic full_diagnostic() {
  Diagnostic diagnostic;
  diagnostic.code = "markdown.crashed"_code;
  diagnostic.location = {"documents/a/1.md", 3, 4};
  diagnostic.subject = "RUT-001";
  diagnostic.what = {"ett", "två"};
  diagnostic.remedy = {"tre"};
  diagnostic.severity = Severity::note;
  diagnostic.revision = RevisionKey{"RUT-001", 2};
  diagnostic.about = {Part::registers, "risks", "RUT-002", "R-1"};
  diagnostic.owner = "KSA";
  diagnostic.units = {"hsv"};
  diagnostic.suppressed = Suppressed{"känt", "DIR", Date::from_days(20'000)};
  return diagnostic;
}

bool is_same(const Diagnostic& a, const Diagnostic& b) {
  const auto values = [](const Diagnostic& d) {
    return std::tie(d.code, d.location, d.subject, d.what, d.remedy, d.severity, d.revision,
                    d.about, d.owner, d.units);
  };
  return values(a) == values(b) && a.suppressed.has_value() == b.suppressed.has_value() &&
         (!a.suppressed || (a.suppressed->reason == b.suppressed->reason &&
                            a.suppressed->decided_by == b.suppressed->decided_by &&
                            a.suppressed->until == b.suppressed->until));
}

TEST_CASE("what a build told is told again word for word", "[app][cache]") {
  BuildSiteResult result;
  result.report.outcome = BuildOutcome::built;
  result.report.diagnostics = {full_diagnostic(), Diagnostic{}};
  result.report.withheld = {{"RUT-001", 2}};
  result.report.documents_in_force = 7;
  result.files = {3, 4};
  const auto bytes = encode_result(result);
  const auto read = decode_site_result(bytes);
  REQUIRE(read);
  REQUIRE(read->report.diagnostics.size() == 2);
  for (std::size_t i = 0; i < 2; ++i)
    CHECK(is_same(read->report.diagnostics[i], result.report.diagnostics[i]));
  CHECK(read->report.outcome == BuildOutcome::built);
  CHECK(read->report.withheld == result.report.withheld);
  CHECK(read->report.documents_in_force == 7);
  CHECK(read->files.unchanged == 4);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(decode_site_result(bytes.substr(0, size)));
  CHECK_FALSE(decode_site_result(bytes + "x"));
}

TEST_CASE("what a check told is told again word for word", "[app][cache]") {
  const CheckResult result{{full_diagnostic()}, {"RUT-001"}, {"2017:30"}, true};
  const auto read = decode_check_result(encode_result(result));
  REQUIRE(read);
  CHECK(is_same(read->diagnostics.at(0), result.diagnostics[0]));
  CHECK(read->documents == result.documents);
  CHECK(read->sources == result.sources);
  CHECK(read->stops_build);
}

TEST_CASE("a lost child is no result to rest on", "[app][cache]") {
  CHECK(has_lost_work({full_diagnostic()}));
  CHECK_FALSE(has_lost_work({Diagnostic{}}));
}

}  // namespace
}  // namespace handbok
