#include <algorithm>

#include <catch2/catch.hpp>

#include "base/json.hpp"
#include "diag/write_reports.hpp"
#include "support/golden.hpp"
#include "unit/diag_sample.hpp"

namespace handbok {
namespace {

void check_contains(const std::string& text, const std::string& part) {
  INFO(text);
  CHECK(text.find(part) != std::string::npos);
}

TEST_CASE("diagnostics are JSON lines with every key in one order", "[diag][json]") {
  check_golden("tests/golden/diagnostics/expected.jsonl",
               write_json(sample_diagnostics(), Language::swedish, {"SOSFS 2011:9"}));
}

TEST_CASE("no diagnostics are no JSON lines", "[diag][json]") {
  CHECK(write_json({}, Language::swedish, {}).empty());
}

TEST_CASE("one diagnostic is one line, whatever its values hold", "[diag][json]") {
  const auto hostile =
      diagnostic_at("toml.unknown-key"_code, {"a.md", 1, 1}, {"\"\n\x01\xFF"}, {"\\"});
  const auto lines = write_json({hostile}, Language::english, {});
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 1);
  check_contains(lines, R"(There is no key \"\"<U+000A><U+0001><FF>\" here.)");
}

TEST_CASE("diagnostics are a SARIF log", "[diag][sarif]") {
  check_golden("tests/golden/diagnostics/expected.sarif",
               write_sarif(sample_diagnostics(), Language::swedish, "1.2.3", "content/"));
}

TEST_CASE("a SARIF log without results is whole", "[diag][sarif]") {
  const auto log = write_sarif({}, Language::english, "1.2.3", "");
  check_contains(log, "\"results\": []");
  check_contains(log, "\"rules\": []");
}

TEST_CASE("diagnostics are a report of code quality for GitLab", "[diag][code-quality]") {
  check_golden("tests/golden/diagnostics/expected.code-quality.json",
               write_code_quality(sample_diagnostics(), Language::swedish, "content/"));
  CHECK(write_code_quality({}, Language::english, "") == "[]\n");
}

TEST_CASE("the fingerprint of an issue stays when lines move, and no two have the same",
          "[diag][code-quality]") {
  const auto fingerprints = [](int line) {
    const auto one =
        diagnostic_at("role.unused"_code, {"registers/roles.toml", line, 1}, {"A", "B"});
    const auto report = parse_json(write_code_quality({one, one}, Language::swedish, ""));
    REQUIRE(report);
    const auto& list = report->items();
    REQUIRE(list.size() == 2);
    return std::pair(std::string(list[0]["fingerprint"].text()),
                     std::string(list[1]["fingerprint"].text()));
  };
  CHECK(fingerprints(3) == fingerprints(30));
  CHECK(fingerprints(3).first != fingerprints(3).second);
}

TEST_CASE("each subject is a JUnit case that fails from the threshold", "[diag][junit]") {
  check_golden("tests/golden/diagnostics/expected.junit.xml",
               write_junit(sample_diagnostics(), {"RUT-001", "RUT-002", "POL-002"},
                           Severity::warning, Language::swedish));
}

TEST_CASE("what lies below the JUnit threshold fails nothing", "[diag][junit]") {
  const auto note = diagnostic_at("role.unused"_code, {"registers/roles.toml", 3, 1}, {"A", "B"});
  const auto xml = write_junit({note}, {}, Severity::error, Language::swedish);
  check_contains(xml, R"(tests="1" failures="0")");
  check_contains(xml, "<system-out>registers/roles.toml:3:1: notering: ");
  check_contains(write_junit({note}, {}, Severity::note, Language::swedish),
                 R"(tests="1" failures="1")");
}

TEST_CASE("JSON keeps the order of members and the kinds of values", "[base][json]") {
  const Json value = Json::Object{{"z", true}, {"a", Json::Array{1, "å", Json{}}}, {"m", 7}};
  CHECK(to_text(value) == R"({"z":true,"a":[1,"å",null],"m":7})");
  CHECK(to_text(Json::Object{}) == "{}");
  CHECK(to_text(Json::Array{}) == "[]");
  CHECK(to_text(Json::Object{{"a", Json::Array{1}}}, JsonLayout::indented) ==
        "{\n  \"a\": [\n    1\n  ]\n}");
}

}  // namespace
}  // namespace handbok
