#include <catch2/catch.hpp>

#include "questions/reports/stretches.hpp"

namespace handbok {
namespace {

using Sections = std::vector<DraftSection>;

Sections draft(const std::string& risks, const std::string& checks) {
  return {{"risks", "## Risker", risks, "*Skriv: Hur hanterades riskerna?*"},
          {"checks", "## Egenkontroll", checks, ""}};
}

std::string replace(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

UpdatedDraft update(const std::string& existing, const Sections& sections) {
  const auto updated = update_draft(existing, sections);
  REQUIRE(updated.has_value());
  return *updated;
}

StretchFate fate_of(const UpdatedDraft& updated, const std::string& name) {
  for (const auto& note : updated.notes) {
    if (note.name == name) return note.fate;
  }
  FAIL("no note on " << name);
  return StretchFate::unknown;
}

TEST_CASE("a draft run again without news is the same file", "[reports]") {
  const auto text = new_draft(draft("| a |", "- b"));
  CHECK(update(text, draft("| a |", "- b")).text == text);
  CHECK(text.starts_with("## Risker\n\n[handbok:start risks]: # \""));
  CHECK(text.find("\n\n| a |\n\n[handbok:end risks]: #\n") != std::string::npos);
}

TEST_CASE("news goes into the stretch, and what a person wrote stays byte for byte", "[reports]") {
  const auto before = new_draft(draft("gammalt", "- b"));
  const auto written = replace(before, "*Skriv: Hur hanterades riskerna?*",
                               "Vi  hade \t tur.\r\n\n\n![bild](a.png)");
  const auto updated = update(written, draft("nytt", "- b"));
  CHECK(updated.text.find("nytt\n") != std::string::npos);
  CHECK(updated.text.find("gammalt") == std::string::npos);
  CHECK(updated.text.find("Vi  hade \t tur.\r\n\n\n![bild](a.png)") != std::string::npos);
  const auto end = written.find("[handbok:end risks]");
  const auto new_end = updated.text.find("[handbok:end risks]");
  CHECK(written.substr(end) == updated.text.substr(new_end));
}

TEST_CASE("a stretch that somebody changed is told and left", "[reports]") {
  const auto text = replace(new_draft(draft("tre risker", "- b")), "tre risker", "fyra risker");
  const auto updated = update(text, draft("fem risker", "- c"));
  CHECK(fate_of(updated, "risks") == StretchFate::edited);
  CHECK(updated.notes[0].line == 3);
  CHECK(fate_of(updated, "checks") == StretchFate::written);
  CHECK(updated.text.find("fyra risker") != std::string::npos);
  CHECK(updated.text.find("fem risker") == std::string::npos);
  CHECK(updated.text.find("- c") != std::string::npos);
}

TEST_CASE("an emptied stretch is filled again", "[reports]") {
  const auto text = replace(new_draft(draft("tre risker", "- b")), "tre risker\n", "");
  const auto updated = update(text, draft("fem risker", "- b"));
  CHECK(fate_of(updated, "risks") == StretchFate::written);
  CHECK(updated.text == new_draft(draft("fem risker", "- b")));
}

TEST_CASE("line ends that an editor turned are no change", "[reports]") {
  std::string text;
  for (const char c : new_draft(draft("en\ntvå", "- b")))
    text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const auto updated = update(text, draft("en\ntre", "- b"));
  CHECK(fate_of(updated, "risks") == StretchFate::written);
  CHECK(updated.text.find("en\r\ntre\r\n") != std::string::npos);
  CHECK(updated.text.find("en\n") == std::string::npos);
}

TEST_CASE("a stretch that was taken away is not put back", "[reports]") {
  const auto only_risks = new_draft({draft("a", "b")[0]});
  const auto updated = update(only_risks, draft("a", "b"));
  CHECK(updated.text == only_risks);
  CHECK(fate_of(updated, "checks") == StretchFate::absent);
  const auto more = update(new_draft(draft("a", "b")), {draft("a", "b")[0]});
  CHECK(fate_of(more, "checks") == StretchFate::unknown);
  CHECK(more.text == new_draft(draft("a", "b")));
}

TEST_CASE("a file that is no draft, or a broken one, is refused", "[reports]") {
  const auto problem_of = [](const std::string& text) {
    const auto updated = update_draft(text, draft("a", "b"));
    REQUIRE_FALSE(updated.has_value());
    return updated.error();
  };
  CHECK(problem_of("# Min egen text\n").problem == StretchProblem::no_stretches);
  const auto text = new_draft(draft("a", "b"));
  const auto unclosed = problem_of(replace(text, "[handbok:end risks]: #\n", ""));
  CHECK(unclosed.problem == StretchProblem::broken);
  CHECK(unclosed.line == 3);
  CHECK(problem_of(text + text).problem == StretchProblem::broken);
  CHECK(problem_of(replace(text, "[handbok:start risks]", "[handbok:start checks]")).problem ==
        StretchProblem::broken);
  CHECK(problem_of("[handbok:end risks]: #\n").problem == StretchProblem::broken);
}

}  // namespace
}  // namespace handbok
