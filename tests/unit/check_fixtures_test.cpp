#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "support/fixture.hpp"

namespace handbok::test {
namespace {

/// Codes without a fixture of their own, and why. This list may only shrink.
const std::map<std::string_view, std::string_view> codes_without_fixture = {
    {"markdown.crashed", "needs a parser that dies: markdown_batches_test"},
    {"markdown.too-slow", "needs a parser that hangs: markdown_batches_test"},
    {"diagram.layout-failed", "is found while pages are rendered"},
    {"signature.unverified", "needs a machine without ssh-keygen: app_signature_test"},
    {"privacy.pdf-unread", "needs a machine without pdftotext: app_attachments_test"},
};

/// Faults of a theme (render_theme_test), of a publication, which is compared with the one before
/// (publish_rules_test), what a command refuses (edit_guards_test), what a Word document has
/// (word_faults_test) and what the search answers (tests/cli/search_findings.txt) are not faults of
/// a handbook.
bool is_about_handbook(std::string_view code) {
  const auto family = code.substr(0, code.find('.'));
  return family != "theme" && family != "publish" && family != "build" && family != "edit" &&
         family != "word" && family != "search";
}

std::vector<std::string> descriptions(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> texts;
  texts.reserve(diagnostics.size());
  for (const auto& diagnostic : diagnostics)
    texts.push_back(describe(diagnostic));
  std::ranges::sort(texts);
  return texts;
}

void check_sentence(const std::string& sentence) {
  INFO(sentence);
  CHECK_FALSE(sentence.empty());
  CHECK(sentence.find("{}") == std::string::npos);
}

/// The diagnostics are those expected, and each has whole sentences in both languages.
void check_case(const FixtureCase& one) {
  const auto found = diagnose(one.sources, one.as_of);
  CHECK(join(descriptions(found), "\n") == join(one.expected, "\n"));
  for (const auto& diagnostic : found) {
    INFO(describe(diagnostic));
    for (const auto language : {Language::swedish, Language::english}) {
      check_sentence(what_text(diagnostic, language));
      check_sentence(remedy_text(diagnostic, language));
    }
    const bool costs_something = diagnostic.consequence != Consequence::none;
    CHECK(costs_something == (diagnostic.severity == Severity::error));
  }
}

/// In one pass: a section for each case would read all fixtures again for each of them.
void check_all(const std::vector<Fixture>& fixtures) {
  CHECK_FALSE(fixtures.empty());
  for (const auto& fixture : fixtures) {
    for (const auto& one : fixture.cases) {
      INFO(fixture.name << ": " << one.name);
      check_case(one);
    }
  }
}

bool expects(const FixtureCase& one, std::string_view code) {
  return std::ranges::any_of(one.expected, [&](const std::string& expected) {
    return expected.starts_with(std::string(code) + " ");
  });
}

/// The code fires in one of the cases and not in another.
void check_both_ways(std::string_view code, const std::vector<FixtureCase>& cases) {
  INFO(code);
  const auto fires = [&](const FixtureCase& one) { return expects(one, code); };
  CHECK(std::ranges::any_of(cases, fires));
  CHECK_FALSE(std::ranges::all_of(cases, fires));
}

}  // namespace

TEST_CASE("nothing is wrong with the handbook that fixtures build on", "[check][fixtures]") {
  check_case(parse_fixture("base", "// as-of: 2026-11-21\n//= base\n").cases.front());
}

TEST_CASE("each fixture gives exactly the diagnostics that it expects", "[check][fixtures]") {
  check_all(all_fixtures("checks"));
}

TEST_CASE("each small handbook gives exactly the named result", "[check][handbooks]") {
  check_all(all_fixtures("handbooks"));
}

TEST_CASE("every code has a fixture in which it fires and a near miss", "[check][fixtures]") {
  std::map<std::string, std::vector<FixtureCase>> cases;
  for (auto& fixture : all_fixtures("checks"))
    cases[fixture.name] = std::move(fixture.cases);
  for (const auto& info : all_codes()) {
    if (!is_about_handbook(info.name) || codes_without_fixture.contains(info.name)) continue;
    check_both_ways(info.name, cases[std::string(info.name)]);
  }
}

TEST_CASE("every fixture is named after a code", "[check][fixtures]") {
  for (const auto& fixture : all_fixtures("checks")) {
    INFO(fixture.name);
    CHECK(find_code(fixture.name).has_value());
  }
}

TEST_CASE("no check runs twice", "[check]") {
  const auto codes = checked_codes();
  const std::set<Code> distinct(codes.begin(), codes.end());
  CHECK(distinct.size() == codes.size());
}

}  // namespace handbok::test
