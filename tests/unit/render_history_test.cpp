#include <catch2/catch.hpp>

#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

/// The history page of that document on 2026-11-21.
std::string check_history(const std::string& id) {
  const auto site = test::render(test::sample_handbook(), test::day("2026-11-21"));
  const auto page = site.find("dokument/" + id + "/historik.html");
  REQUIRE(page != site.end());
  return page->second;
}

TEST_CASE("a document's history lists its published revisions, newest first", "[render][history]") {
  const auto page = check_history("RUT-001");
  const auto third = page.find("dokument/RUT-001/3.html");
  const auto second = page.find("dokument/RUT-001/2.html");
  const auto first = page.find("dokument/RUT-001/1.html");
  REQUIRE(first != std::string::npos);
  CHECK(third < second);
  CHECK(second < first);
  CHECK(page.find("Note on RUT-001@2") != std::string::npos);
}

TEST_CASE("a draft is in no byte of the history", "[render][history]") {
  const auto page = check_history("RUT-001");
  CHECK(page.find("4.html") == std::string::npos);
  CHECK(page.find("RUT-001@4") == std::string::npos);
}

/// RUT-001@2 was made because of a risk, of something in words, and of what these readers lack.
Handbook explained_handbook() {
  auto handbook = test::sample_handbook();
  auto& risk = handbook.risks.emplace_back();
  risk.id = "RSK-01";
  risk.event = "Någon faller";
  risk.assessments = {{test::day("2026-01-01"), 1, 1, {}}};
  auto& document = handbook.documents[1];
  document.revisions[1].revises_because = {"RSK-01", "en anmälan", "RSK-99"};
  document.reviews = {
      {1,
       test::day("2025-06-01"),
       "KSA",
       ReviewVerdict::revise,
       test::day("2026-06-01"),
       "Tunn.",
       {}},
      {2,
       test::day("2026-10-01"),
       "DIR",
       ReviewVerdict::keep,
       test::day("2027-10-01"),
       "Följs.",
       {}},
      {2, test::day("2026-12-01"), "DIR", ReviewVerdict::repeal, {}, "I framtiden.", {}}};
  return handbook;
}

TEST_CASE("why a revision was made stands on its page, in the history and beside what changed",
          "[render][history]") {
  const auto site = test::render(explained_handbook(), test::day("2026-11-21"));
  for (const auto* const path : {"dokument/RUT-001/index.html", "dokument/RUT-001/historik.html",
                                 "dokument/RUT-001/jamfor-1-2.html"}) {
    INFO(path);
    REQUIRE(site.contains(path));
    const auto& page = site.at(path);
    CHECK(page.find("risker/index.html#RSK-01\">Någon faller</a>, en anmälan<") !=
          std::string::npos);
    CHECK(page.find("RSK-99") == std::string::npos);
  }
}

/// The page that compares the first two revisions of RUT-001, with these texts.
std::string check_compared(const std::string& before, const std::string& after) {
  auto handbook = test::sample_handbook();
  auto& revisions = handbook.documents[1].revisions;
  revisions[0].body.pieces = {{before, PieceKind::html, 0}};
  revisions[1].body.pieces = {{after, PieceKind::html, 0}};
  return test::render(handbook, test::day("2026-11-21")).at("dokument/RUT-001/jamfor-1-2.html");
}

TEST_CASE("a table is compared cell by cell", "[render][compare]") {
  const std::string head = "<table><tr><th>Vad</th><th></th></tr>";
  const auto page = check_compared(
      head + "<tr><td></td><td>Ring nu<br>Vänta</td></tr><tr><td>a</td><td>b</td></tr></table>",
      head +
          "<tr><td>En</td><td>Ring sen<br>Vänta</td></tr><tr><td>a</td><td>b</td><td>c</td></tr>"
          "<tr><td>d</td><td></td></tr></table>");
  CHECK(page.find("<tr class=\"edit-same\"><th scope=\"col\">Vad</th><td></td></tr>\n"
                  "<tr class=\"edit-changed\"><td><ins>En</ins></td><td>Ring <del>nu </del>"
                  "<ins>sen </ins>Vänta</td></tr>\n"
                  "<tr class=\"edit-removed\"><td><del>a</del></td><td><del>b</del></td></tr>\n"
                  "<tr class=\"edit-added\"><td><ins>a</ins></td><td><ins>b</ins></td>"
                  "<td><ins>c</ins></td></tr>\n"
                  "<tr class=\"edit-added\"><td><ins>d</ins></td><td></td></tr>\n</tbody>") !=
        std::string::npos);
}

TEST_CASE("of a changed process both pictures are shown, with a word on each step that differs",
          "[render][compare]") {
  auto handbook = test::sample_handbook();
  auto& revisions = handbook.documents[0].revisions;
  revisions.push_back(revisions.front());
  auto& after = revisions.back();
  after.number = 2;
  after.approval->valid_from = test::day("2026-06-01");
  const auto compared = [&] {
    return test::render(handbook, test::day("2026-11-21")).at("processer/PRO-001/jamfor-1-2.html");
  };
  CHECK(compared().find("<svg") == std::string::npos);
  after.process->nodes[1].label = "Ta emot klagomålet genast";
  after.process->nodes[3].id = "E2";
  after.process->edges[2].to = "E2";
  const auto page = compared();
  const auto at = [&](std::string_view text) { return page.find(text); };
  const auto early = at("id=\"fore-A1\" aria-label=\"Ändrat: 1. Ta emot klagomålet\"");
  const auto late = at("id=\"efter-A1\" aria-label=\"Ändrat: 1. Ta emot klagomålet genast\"");
  CHECK(early < late);
  CHECK(late < page.size());
  CHECK(at("id=\"fore-E\" aria-label=\"Borttaget: Slut\"") < late);
  CHECK(at("id=\"efter-E2\" aria-label=\"Nytt: Slut\"") < page.size());
  CHECK(at("id=\"fore-D1\" aria-label=\"Ny väg: 2. Är det klart?\"") < late);
  CHECK(at("<a href=\"1.html#A1\"") < at("<a href=\"2.html#A1\""));
  CHECK(at("<text class=\"flow-change-word\"") < late);
  CHECK(at("id=\"flow-") == std::string::npos);
  CHECK(at("1 Ta emot klagomålet <ins>genast </ins>(") < page.size());
  CHECK(at("<p class=\"on-paper\">Processens två bilder, före och efter") < page.size());
}

TEST_CASE("what a revision belongs to is compared by name, and who leads a task by a word",
          "[render][compare]") {
  auto handbook = test::sample_handbook();
  auto& revisions = handbook.documents[1].revisions;
  revisions[0].relations.clear();
  revisions[1].relations = {{RelationKind::complements, "PRO-001", {}, {}, {}}};
  revisions[0].responsible = {{"Svara", {"CHEF", "KSA"}, "CHEF"}};
  revisions[1].responsible = {{"Svara", {"CHEF", "KSA"}, "KSA"}};
  const auto page =
      test::render(handbook, test::day("2026-11-21")).at("dokument/RUT-001/jamfor-1-2.html");
  CHECK(page.find("<ins>kompletterar Title of PRO-001@1 (PRO-001)</ins>") != std::string::npos);
  CHECK(page.find("Svara: <del>CHEF (leder), </del>Kvalitetssamordnare") != std::string::npos);
  CHECK(page.find("Svara: <ins>CHEF, </ins>Kvalitetssamordnare <ins>(leder)</ins>") !=
        std::string::npos);
}

TEST_CASE("a document that a text names is compared by name and id", "[render][compare]") {
  auto handbook = test::sample_handbook();
  auto& revisions = handbook.documents[1].revisions;
  for (auto i : {0U, 1U}) {
    auto& body = revisions[i].body;
    body.pieces = {{"<p>Se ", PieceKind::link_start, 0},
                   {"", PieceKind::link_end, 0},
                   {"</p>", PieceKind::html, 0}};
    body.links = {{LinkKind::document, i == 0 ? "PRO-001" : "NOSUCH-1", {}, {}, {}, false}};
  }
  const auto page =
      test::render(handbook, test::day("2026-11-21")).at("dokument/RUT-001/jamfor-1-2.html");
  CHECK(page.find("Title of PRO-001@1 (PRO-001)") != std::string::npos);
  CHECK(page.find("NOSUCH-1</ins>") != std::string::npos);
}

TEST_CASE("a line that is broken within a block is a matter of looks", "[render][compare]") {
  const auto page = check_compared("<p>Ring<br>\nnu</p>", "<p>Ring\nnu</p>");
  CHECK(page.find("Bara utseende, radbrytning eller numrering är ändrat.") != std::string::npos);
  CHECK(page.find("Ring <del>↵ </del>nu") != std::string::npos);
}

TEST_CASE("the history tells who reviewed the text and what came of it", "[render][history]") {
  const auto site = test::render(explained_handbook(), test::day("2026-11-21"));
  const auto& page = site.at("dokument/RUT-001/historik.html");
  const auto kept = page.find("kan gälla som den är</td><td>Följs.</td>");
  const auto rewritten = page.find("ska skrivas om</td><td>Tunn.</td>");
  REQUIRE(rewritten != std::string::npos);
  CHECK(kept < rewritten);
  CHECK(page.find("I framtiden.") == std::string::npos);
  CHECK(site.at("dokument/index.html").find("1 oktober 2026") != std::string::npos);
}

TEST_CASE("every page stands in the frame", "[render][frame]") {
  const auto page = check_history("RUT-001");
  CHECK(page.starts_with("<!DOCTYPE html>"));
  CHECK(page.ends_with("</html>\n"));
  CHECK(page.find("<body data-page=\"history\"") != std::string::npos);
  CHECK(page.find("<meta name=\"robots\" content=\"noindex\">") != std::string::npos);
  CHECK(page.find("href=\"../../assets/handbook-") != std::string::npos);
  // A page must not change its bytes just because the day does.
  CHECK(page.find("2026-11-21") == std::string::npos);
}

}  // namespace
}  // namespace handbok
