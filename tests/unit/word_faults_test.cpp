// What is refused and remarked when a text that was written elsewhere is made a draft.
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "app/intake_letter.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "edit/filed_card.hpp"
#include "edit/guards.hpp"
#include "support/code.hpp"
#include "support/life_handbook.hpp"
#include "support/project.hpp"

namespace handbok::test {
namespace {

using Rows = std::vector<std::pair<CardRow, std::string>>;

FiledText filed(Rows rows, std::string text = "## Gör så här\n\n1. Lås.\n") {
  FiledText request;
  request.name = "fil.docx";
  request.card = std::move(rows);
  request.text = std::move(text);
  return request;
}

Rows new_guide() {
  return {{CardRow::type, "Instruktion (INS)"},
          {CardRow::title, "Låsa dörren"},
          {CardRow::unit, "avd"},
          {CardRow::owner, "KSA"}};
}

Rows with_row(Rows rows, CardRow row, const std::string& value) {
  std::erase_if(rows, [&](const auto& entry) { return entry.first == row; });
  rows.emplace_back(row, value);
  return rows;
}

Rows revision_of(const char* document, const char* number, const char* checksum = "") {
  return {{CardRow::id, document}, {CardRow::revision, number}, {CardRow::checksum, checksum}};
}

std::string file_at(const Outcome& outcome, const std::string& ending) {
  for (const auto& file : outcome.files) {
    if (file.path.ends_with(ending)) return file.bytes;
  }
  return {};
}

using Codes = std::vector<std::string>;

Diagnostic privacy() {
  return remark("privacy.identity-number"_code, "RUT-091", {});
}

}  // namespace

TEST_CASE("a text with a card becomes a document or its next revision", "[word]") {
  const auto begun = attempt(filed(new_guide()));
  REQUIRE_FALSE(begun.is_refused());
  CHECK(begun.revision.number == 1);
  CHECK(file_at(begun, "/1.md").find("title = \"Låsa dörren\"") != std::string::npos);
  CHECK(file_at(begun, "/1.md").ends_with("+++\n\n## Gör så här\n\n1. Lås.\n"));

  auto rows = revision_of("INS-001", "1");
  rows.emplace_back(CardRow::change_kind, "Redaktionell");
  rows.emplace_back(CardRow::change_note, "Kommatecken.");
  auto request = filed(rows, "## Gör så här\n\n![Lås](@/bild.png)\n");
  request.attachments.push_back({"bild.png", "\x89PNG\r\n\x1a\n"});
  const auto next = attempt(request);
  REQUIRE_FALSE(next.is_refused());
  CHECK(next.revision == RevisionKey{"INS-001", 2});
  const auto text = file_at(next, "INS-001/2.md");
  CHECK(text.find("change_kind = \"editorial\"\n") != std::string::npos);
  CHECK(text.find("change_note = \"Kommatecken.\"\n") != std::string::npos);
  CHECK(text.find("![Lås](2/bild.png)") != std::string::npos);
  CHECK_FALSE(file_at(next, "INS-001/2/bild.png").empty());
}

TEST_CASE("a head of its own decides everything but what it cannot", "[word]") {
  auto request = filed(revision_of("INS-001", "1"));
  request.head =
      "id = \"INS-777\"\nrevision = 9\ntitle = \"Annat\"\ntype = \"INS\"\nunit = \"avd\"\n"
      "owner = \"KSA\"\nchange_kind = \"new\"\nchange_note = \"Nytt.\"\n";
  const auto outcome = attempt(request);
  const auto text = file_at(outcome, "INS-001/2.md");
  CHECK(text.starts_with("+++\nid = \"INS-001\"\nrevision = 2\ntitle = \"Annat\"\n"));
  CHECK(text.find("change_kind = \"substantive\"") != std::string::npos);
}

TEST_CASE("what a card lacks is refused, each row by name", "[word]") {
  CHECK(refusals(filed({})) == Codes(4, "word.card-empty"));
  CHECK(refusals(filed(with_row(new_guide(), CardRow::type, "Visa"))) == Codes{"word.card-value"});
  CHECK(refusals(filed(with_row(new_guide(), CardRow::owner, "Vaktmästare"))) ==
        Codes{"word.card-value"});
  CHECK(refusals(filed(revision_of("INS-001", ""))) == Codes{"word.base-unknown"});
  CHECK(refusals(filed(revision_of("INS-999", "1"))) == Codes{"edit.document-unknown"});
}

TEST_CASE("a text that builds on something else is refused", "[word]") {
  CHECK(refusals(filed(revision_of("INS-001", "7"))) == Codes{"word.base-missing"});
  CHECK(refusals(filed(revision_of("INS-001", "1", "0123456789abcdef"))) ==
        Codes{"word.base-changed"});
  CHECK(refusals(filed(revision_of("INS-008", "1"))) == Codes{"edit.draft-open"});
  CHECK(refusals(filed(revision_of("INS-008", "2"))) == Codes{"word.base-changed"});
  CHECK(refusals(filed(revision_of("INS-003", "1"))) == Codes{"edit.in-review"});
  CHECK(refusals(filed(revision_of("INS-006", "1"))) == Codes{"edit.repealed"});
}

TEST_CASE("a draft that the file became is the file's still", "[word]") {
  auto request = filed(revision_of("INS-008", "1"));
  request.replaces = "sha256:0";
  CHECK(refusals(request) == Codes{"edit.draft-open"});
}

TEST_CASE("sections that differ are named, however their lines are broken", "[word]") {
  const std::string before = "Inledning.\n\n## Ett\n\na b\nc\n\n## Två\n\nx\n";
  CHECK(changed_sections(before, "Inledning.\n\n## Ett\n\na b c\n\n## Två\n\nx\n", "–").empty());
  CHECK(changed_sections(before, "Ny.\n\n## Ett\n\na b c\n\n## Tre\n\nx\n", "–") ==
        Codes{"–", "Tre", "Två"});
}

TEST_CASE("a letter knows what it answered", "[word]") {
  const auto day = *Date::parse("2026-11-21");
  Outcome outcome;
  outcome.revision = {"RUT-091", 1};
  const LetterFacts facts{"cykel.docx", day, outcome, {"aa11", "RUT-091@1", "sha256:bb22"}};
  const auto letter = write_letter(facts, Language::swedish);
  CHECK(
      letter.starts_with("\xEF\xBB\xBF"
                         "cykel.docx"));
  CHECK(letter.find("\r\n\r\nTack!") != std::string::npos);
  const auto record = read_letter(letter);
  CHECK(record.digest == "aa11");
  CHECK(record.revision == "RUT-091@1");
  CHECK(record.draft == "sha256:bb22");

  Outcome refused;
  Diagnostic problem;
  problem.code = "word.macros"_code;
  problem.what = {"cykel.docx"};
  refused.refusals.push_back(problem);
  const LetterFacts later{"cykel.docx", day, refused, {"cc33", "RUT-091@1", "sha256:bb22"}};
  const auto both = with_earlier(write_letter(later, Language::swedish), letter, Language::swedish);
  CHECK(both.find("1. cykel.docx innehåller makron.") != std::string::npos);
  CHECK(both.find("\xEF\xBB\xBF", 1) == std::string::npos);
  CHECK(read_letter(both).digest == "cc33");
  CHECK(read_letter(both).draft == "sha256:bb22");
  CHECK(read_letter("[handbok ").digest.empty());
  CHECK(read_letter("a [handbok sha256:dd44]\n").digest.empty());
  CHECK(read_letter("[handbok sha256:dd44 x y]\r\n").revision.empty());
}

TEST_CASE("no name of a file is taken for what the program wrote in a letter", "[word]") {
  Outcome refused;
  Diagnostic problem;
  problem.code = "word.card-row"_code;
  std::string quoted;
  for (int i = 0; i < 40; ++i)
    quoted += "ord [handbok sha256:ff66 RUT-001@1 sha256:77] ";
  problem.what = {quoted};
  refused.refusals.push_back(problem);
  const LetterFacts facts{"[handbok sha256:ee55 RUT-001@1 sha256:88].docx",
                          *Date::parse("2026-11-21"),
                          refused,
                          {"aa11", {}, {}}};
  const auto record = read_letter(write_letter(facts, Language::swedish));
  CHECK(record.digest == "aa11");
  CHECK(record.revision.empty());
}

TEST_CASE("a letter is written for somebody without the program", "[word]") {
  Outcome refused;
  refused.refusals.push_back(privacy());
  refuse(refused, "edit.causes-errors"_code, "RUT-091", {});
  refuse(refused, "word.outdated"_code, "a.docx",
         {"3", "RUT-020", "4", "Syfte", "Ansvar", "@word.nothing"}, {"RUT-020"});
  const LetterFacts facts{"a.docx", *Date::parse("2026-11-21"), refused, {"aa11", {}, {}}};
  for (const auto language : {Language::swedish, Language::english}) {
    const auto letter = write_letter(facts, language);
    CHECK(letter.find("handbok export") == std::string::npos);
    CHECK(letter.find("kommando") == std::string::npos);
    CHECK(letter.find("{}") == std::string::npos);
    CHECK(letter.find("\r\n2. ") != std::string::npos);
    CHECK(letter.find("\r\n3. ") == std::string::npos);
    for (const auto line : split(letter, '\n')) {
      INFO(line);
      CHECK(count_code_points(line) <= letter_columns + 1);  // and CR
    }
  }
}

TEST_CASE("the words for owners are short enough and whole", "[word]") {
  Outcome outcome;
  outcome.revision = {"RUT-091", 1};
  for (const auto& info : all_codes()) {
    if (!info.name.starts_with("word.")) continue;
    Diagnostic one;
    one.code = info.code;
    one.what = std::vector<std::string>(6, "ord");
    one.remedy = std::vector<std::string>(6, "ord");
    outcome.remarks.push_back(one);
  }
  const LetterFacts facts{"a.docx", *Date::parse("2026-11-21"), outcome, {"aa11", {}, {}}};
  for (const auto language : {Language::swedish, Language::english}) {
    const auto letter = write_letter(facts, language);
    CHECK(letter.find("{}") == std::string::npos);
    for (const auto line : split(letter, '\n')) {
      INFO(line);
      CHECK(count_code_points(line) <= letter_columns + 1);
    }
  }
}

TEST_CASE("what is to be done about several things is said once", "[word]") {
  Outcome outcome;
  outcome.revision = {"RUT-091", 1};
  for (const auto* const heading : {"Syfte", "Ansvar"}) {
    outcome.remarks.push_back(
        remark("doc.template-deviation"_code, "RUT-091", {heading, "RUT-091"}, {"RUT"}));
  }
  outcome.remarks.push_back(remark("doc.no-audience"_code, "RUT-091", {"RUT-091"}));
  const LetterFacts facts{"a.docx", *Date::parse("2026-11-21"), outcome, {"aa11", {}, {}}};
  const auto letter = write_letter(facts, Language::swedish);
  CHECK(letter.find("1. Rubriken ”Syfte” saknas eller är tom i RUT-091.\r\n2. ") !=
        std::string::npos);
  const auto remedy = letter.find("formatmallen Rubrik 1");
  REQUIRE(remedy != std::string::npos);
  CHECK(letter.find("formatmallen Rubrik 1", remedy + 1) == std::string::npos);
  CHECK(letter.find("roller") == std::string::npos);
}

TEST_CASE("earlier answers are kept as long as somebody might read them", "[word]") {
  const std::string letter(1000, 'x');
  std::string all = "\xEF\xBB\xBF" + letter;
  for (int i = 0; i < 100; ++i)
    all = with_earlier("\xEF\xBB\xBF" + letter, all, Language::swedish);
  CHECK(all.size() > 30'000);
  CHECK(all.size() < 36'000);
  CHECK(all.ends_with("x"));
  const std::string foreign(100'000, 'y');
  CHECK(with_earlier(letter, foreign, Language::swedish).ends_with(foreign));
}

TEST_CASE("every word about a Word document is said in a script or here", "[word]") {
  std::string scripts =
      "word.card-empty word.card-value word.base-changed word.base-missing word.base-unknown "
      "word.reader-missing word.reader-stopped ";  // pandoc lies in the system's folders
  for (const auto* const script : {"tests/cli/word.txt", "tests/cli/hand_in.txt"}) {
    std::ifstream file(test::in_project(script));
    std::ostringstream text;
    text << file.rdbuf();
    scripts += text.str();
  }
  for (const auto& info : all_codes()) {
    if (!info.name.starts_with("word.")) continue;
    INFO(info.name);
    CHECK(scripts.find(info.name) != std::string::npos);
  }
}

}  // namespace handbok::test
