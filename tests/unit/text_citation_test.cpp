#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "base/strings.hpp"
#include "support/project.hpp"
#include "text/citation.hpp"

namespace handbok {
namespace {

const std::vector<std::string> known_names = {
    "HSL", "SoL", "LSS", "PSL", "TL", "OSL", "lex Sarah", "hälso- och sjukvårdslagen"};

const std::vector<std::pair<std::string, std::string>> escapes = {
    {"\\n", "\n"}, {"~", "\u00A0"}, {"¬", "\u00AD"}};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string escaped(std::string text) {
  for (const auto& [sign, meaning] : escapes) {
    text = replaced(text, meaning, sign);
  }
  return text;
}

std::string unescaped(std::string text) {
  for (const auto& [sign, meaning] : escapes) {
    text = replaced(text, sign, meaning);
  }
  return text;
}

std::string written(const CitedClause& clause) {
  std::string text = clause.chapter + ":" + clause.section;
  if (clause.paragraph > 0) text += " st " + std::to_string(clause.paragraph);
  std::vector<std::string> points;
  for (const int point : clause.points) {
    points.push_back(std::to_string(point));
  }
  return points.empty() ? text : text + " p " + join(points, ",");
}

/// One line of the table, as the head of the table describes it.
std::string written(const Citation& citation, const std::string& text) {
  const auto or_dash = [](const std::string& part) { return part.empty() ? "-" : part; };
  std::vector<std::string> clauses;
  for (const auto& clause : citation.clauses) {
    clauses.push_back(written(clause));
  }
  const auto words = text.substr(citation.begin, citation.end - citation.begin);
  return "=> " + escaped(words) + " | " + or_dash(citation.source) + " | " +
         or_dash(citation.name) + " | " + or_dash(join(clauses, "; "));
}

void check_citations(const std::string& line, const std::vector<std::string>& expected) {
  INFO(line);
  const auto text = unescaped(line);
  std::vector<std::string> found;
  for (const auto& citation : CitationFinder(known_names).find(text)) {
    found.push_back(written(citation, text));
  }
  CHECK(found == expected);
}

struct Case {
  std::string text;
  std::vector<std::string> expected;
};

std::vector<Case> read_table() {
  std::ifstream table(test::in_project("tests/vectors/citations.txt"));
  std::vector<Case> cases;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    if (!line.starts_with("=>")) {
      cases.push_back({line, {}});
    } else {
      cases.back().expected.push_back(line);
    }
  }
  return cases;
}

TEST_CASE("citations are found as the table says", "[text][citation]") {
  const auto cases = read_table();
  CHECK(cases.size() > 60);
  for (const auto& each : cases) {
    check_citations(each.text, each.expected);
  }
}

TEST_CASE("every citation in a long text is found", "[text][citation]") {
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    text += "Rutinen följer 5 kap. 3 § SOSFS 2011:9 och 24 b § LSS. ";
  }
  CHECK(CitationFinder(known_names).find(text).size() == 2000);
}

// A search whose time grew with the square of the length would not end before the test runner gives
// up. No clock is asked: a busy machine must not fail a test.
TEST_CASE("hostile texts are searched to their end", "[text][citation]") {
  const CitationFinder finder(known_names);
  for (const std::string part :
       {"1, ", "1 och ", "1–", "1 § ", "1 kap. ", "lagen om ", "SFS ", "LSS ", "första ", "1 §, ",
        "2 § 3, ", "SOSFS 2011:9, 5 kap. 3 §, ", "a-\n", "\u00AD", "(", "1 § lagen om a "}) {
    std::string text;
    while (text.size() < 200'000) {
      text += part;
    }
    INFO(part);
    const auto found = finder.find(text);
    CHECK(found.size() <= text.size() / part.size());
  }
}

TEST_CASE("invalid bytes do not stop the search", "[text][citation]") {
  const std::string text = "\xFF 5 kap. 3 \xC2 § \xA7 4 kap. 2 §\xFE";
  const auto found = CitationFinder(known_names).find(text);
  REQUIRE(found.size() == 2);
  CHECK(found.front().clauses == std::vector<CitedClause>{{"5", "", 0, {}}});
  CHECK(found.back().clauses == std::vector<CitedClause>{{"4", "2", 0, {}}});
}

}  // namespace
}  // namespace handbok
