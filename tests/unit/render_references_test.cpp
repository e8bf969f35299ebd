#include <catch2/catch.hpp>

#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

const auto today = "2026-11-21";

/// A paragraph that is one link, with the author's text or none.
Body link_body(LinkKind kind, const std::string& target, const std::string& text) {
  Body body;
  body.links.push_back({kind, target, text, {}, {}, false});
  body.pieces = {{"<p>", PieceKind::link_start, 0},
                 {text, PieceKind::link_end, 0},
                 {"</p>", PieceKind::html, 0}};
  return body;
}

/// What the link becomes in the text of PRO-001, or of the superseded RUT-001@1 (in force until
/// 2026-05-31) if `is_archived`.
std::string check_link(LinkKind kind, const std::string& target, const std::string& text = {},
                       bool is_archived = false) {
  auto handbook = test::sample_handbook();
  handbook.methods = {{.id = "MET-01", .name = "Riskanalys & samtal", .location = {}}};
  handbook.waivers = {{.id = "UND-01", .conditions = "Under ombyggnaden", .location = {}}};
  Goal goal{.id = "KVM-01", .title = "Rätt läkemedel", .location = {}};
  goal.valid_to = test::day("2026-01-01");
  handbook.goals = {goal};
  auto& revision =
      is_archived ? handbook.documents[1].revisions[0] : handbook.documents[0].revisions[0];
  revision.body = link_body(kind, target, text);
  revision.attachments.push_back({"1/form.pdf", "", 12});
  const auto site = test::render(handbook, test::day(today));
  const auto& page =
      site.at(is_archived ? "dokument/RUT-001/1.html" : "processer/PRO-001/index.html");
  const auto start = page.find("<p>", page.find("<div class=\"text\">")) + 3;
  return page.substr(start, page.find("</p>", start) - start);
}

TEST_CASE("a reference to a document leads to its page, by its title or the author's words",
          "[render][references]") {
  CHECK(check_link(LinkKind::document, "RUT-001") ==
        "<a href=\"../../dokument/RUT-001/index.html\">Title of RUT-001@2</a>");
  CHECK(check_link(LinkKind::document, "RUT-001", "the routine") ==
        "<a href=\"../../dokument/RUT-001/index.html\">the routine</a>");
}

TEST_CASE("a reference to the row of a register leads to its place on the page",
          "[render][references]") {
  CHECK(check_link(LinkKind::document, "MET-01") ==
        "<a href=\"../../metoder/index.html#MET-01\">Riskanalys &amp; samtal</a>");
  CHECK(check_link(LinkKind::document, "MET-01", "metoden") ==
        "<a href=\"../../metoder/index.html#MET-01\">metoden</a>");
  CHECK(check_link(LinkKind::document, "MET-01", "", true)
            .starts_with("<a href=\"../../metoder/index.html#MET-01\">"));
  CHECK(check_link(LinkKind::document, "MET-02") == "MET-02");
}

TEST_CASE("a row that no page lists is no link", "[render][references]") {
  CHECK(check_link(LinkKind::document, "UND-01") == "UND-01");
  CHECK(check_link(LinkKind::document, "KVM-01") == "Rätt läkemedel");
}

TEST_CASE("a reference to a revision leads to its permanent page", "[render][references]") {
  CHECK(check_link(LinkKind::document, "RUT-001@1") ==
        "<a href=\"../../dokument/RUT-001/1.html\">Title of RUT-001@1</a>");
}

TEST_CASE("a reference to a step names the step", "[render][references]") {
  CHECK(check_link(LinkKind::document, "PRO-001#A1") ==
        "<a href=\"../../processer/PRO-001/index.html#A1\">Title of PRO-001@1: Ta emot "
        "klagomålet</a>");
  CHECK(check_link(LinkKind::document, "PRO-001#A9") ==
        "<a href=\"../../processer/PRO-001/index.html\">Title of PRO-001@1</a>");
}

TEST_CASE("a reference to what readers may not know of is text alone", "[render][references]") {
  for (const auto* const target : {"RUT-005", "RUT-006", "RUT-999"}) {
    INFO(target);
    CHECK(check_link(LinkKind::document, target, "words") == "words");
    CHECK(check_link(LinkKind::document, target).find("<a") == std::string::npos);
    CHECK(check_link(LinkKind::document, target).find("Title") == std::string::npos);
  }
  // Of a draft nothing is told but the document that readers know.
  CHECK(check_link(LinkKind::document, "RUT-001@4", "words") == "words");
  CHECK(check_link(LinkKind::document, "RUT-001@4") ==
        "<a href=\"../../dokument/RUT-001/index.html\">RUT-001</a>");
}

TEST_CASE("an archived page leads to what was in force then, and says what is now",
          "[render][references]") {
  const auto link = check_link(LinkKind::document, "RUT-001", "", true);
  CHECK(link.starts_with("<a href=\"../../dokument/RUT-001/1.html\">Title of RUT-001@1</a>"));
  CHECK(link.find("<a href=\"../../dokument/RUT-001/index.html\">gäller i dag</a>") !=
        std::string::npos);
}

TEST_CASE("links to files of the revision and to other sites stay as they are",
          "[render][references]") {
  CHECK(check_link(LinkKind::attachment, "1/form.pdf", "form") ==
        "<a href=\"1/form.pdf\">form</a>");
  CHECK(check_link(LinkKind::attachment, "2/other.pdf", "form") == "form");
  CHECK(check_link(LinkKind::external, "https://example.org/?a=1&b=2", "site") ==
        "<a href=\"https://example.org/?a=1&amp;b=2\">site</a>");
}

TEST_CASE("an unknown clause or term is text alone", "[render][references]") {
  CHECK(check_link(LinkKind::clause, "sosfs-2011-9/5:3") ==
        "sosfs-2011-9, 5\u00a0kap.\u00a03\u00a0§");
  CHECK(check_link(LinkKind::term, "avvikelse", "avvikelser") == "avvikelser");
}

}  // namespace
}  // namespace handbok
