#include <catch2/catch.hpp>

#include "support/code.hpp"
#include "support/sample_handbook.hpp"
#include "support/text_parts.hpp"

namespace handbok {
namespace {

const auto today = "2026-11-21";

/// The page at that address of the sample handbook's site on 2026-11-21.
std::string check_page(const std::string& path, const std::vector<Diagnostic>& diagnostics = {}) {
  const auto site = test::render(test::sample_handbook(), test::day(today), diagnostics);
  INFO(path);
  const auto page = site.find(path);
  REQUIRE(page != site.end());
  return page->second;
}

Diagnostic withholding(const std::string& document, int number) {
  Diagnostic diagnostic;
  diagnostic.code = "text.byte-order-mark"_code;
  diagnostic.severity = Severity::error;
  diagnostic.consequence = Consequence::revision_withheld;
  diagnostic.revision = RevisionKey{document, number};
  return diagnostic;
}

TEST_CASE("a document's page shows the revision in force", "[render][document]") {
  const auto page = check_page("dokument/RUT-001/index.html");
  CHECK(has(page, "<h1>Title of RUT-001@2</h1>"));
  CHECK(has(page, "Text of RUT-001 revision 2."));
  CHECK(has(page, "badge-in-force"));
  CHECK_FALSE(has(page, "noindex"));
  CHECK_FALSE(has(page, "Text of RUT-001 revision 1."));
}

TEST_CASE("an upcoming revision is announced with its start and link", "[render][document]") {
  const auto page = check_page("dokument/RUT-001/index.html");
  CHECK(has(page, "Ny utgåva på väg"));
  CHECK(has(page, "datetime=\"2027-01-01\""));
  CHECK(has(page, "href=\"../../dokument/RUT-001/3.html\""));
  CHECK_FALSE(has(page, "Text of RUT-001 revision 3."));
  CHECK(has(check_page("dokument/RUT-001/3.html"), "Text of RUT-001 revision 3."));
}

TEST_CASE("a superseded revision keeps its page under a banner", "[render][revision]") {
  const auto page = check_page("dokument/RUT-001/1.html");
  CHECK(has(page, "Text of RUT-001 revision 1."));
  CHECK(has(page, "banner-danger"));
  CHECK(has(page, "noindex"));
  CHECK(has(page, "datetime=\"2026-05-31\""));
  CHECK(has(page, "Gå till utgåva 2 som gäller nu"));
}

TEST_CASE("the permanent page of the revision in force says so", "[render][revision]") {
  CHECK(has(check_page("dokument/RUT-001/2.html"), "Den här utgåvan gäller"));
}

TEST_CASE("a repealed document shows the decision and not its text", "[render][document]") {
  const auto page = check_page("dokument/RUT-002/index.html");
  CHECK(has(page, "Två rutiner blev en."));
  CHECK(has(page, "Direktör"));
  CHECK(has(page, "href=\"../../dokument/RUT-001/index.html\""));
  CHECK_FALSE(has(page, "Text of RUT-002"));
  CHECK(has(check_page("dokument/RUT-002/1.html"), "Text of RUT-002 revision 1."));
}

TEST_CASE("an expired document stays visible under a banner", "[render][document]") {
  const auto page = check_page("dokument/RUT-003/index.html");
  CHECK(has(page, "Text of RUT-003 revision 1."));
  CHECK(has(page, "banner-danger"));
  CHECK(has(page, "datetime=\"2026-09-30\""));
}

TEST_CASE("a document that has not started says from when it applies", "[render][document]") {
  const auto page = check_page("dokument/RUT-004/index.html");
  CHECK(has(page, "datetime=\"2027-02-01\""));
  CHECK_FALSE(has(page, "Text of RUT-004"));
  CHECK(has(check_page("dokument/RUT-004/1.html"), "Text of RUT-004 revision 1."));
}

TEST_CASE("drafts and documents in review have no page and no byte of text", "[render][document]") {
  const auto site = test::render(test::sample_handbook(), test::day(today));
  for (const auto& [path, bytes] : site) {
    INFO(path);
    CHECK_FALSE(has(path, "RUT-005"));
    CHECK_FALSE(has(path, "RUT-006"));
    CHECK_FALSE(has(path, "RUT-001/4"));
    CHECK_FALSE(has(bytes, "RUT-006"));
    CHECK_FALSE(has(bytes, "Text of RUT-005"));
    CHECK_FALSE(has(bytes, "RUT-001@4"));
  }
}

TEST_CASE("a withheld revision gives way to the last whole one, with the reason",
          "[render][document]") {
  const std::vector<Diagnostic> diagnostics{withholding("RUT-001", 2)};
  const auto page = check_page("dokument/RUT-001/index.html", diagnostics);
  CHECK(has(page, "Text of RUT-001 revision 1."));
  CHECK_FALSE(has(page, "Text of RUT-001 revision 2."));
  CHECK(has(page, "Äldre utgåva visas"));
  CHECK(has(page, "Filen börjar med ett osynligt märke"));
  const auto permanent = check_page("dokument/RUT-001/2.html", diagnostics);
  CHECK_FALSE(has(permanent, "Text of RUT-001 revision 2."));
  CHECK(has(permanent, "Kan inte visas just nu"));
}

TEST_CASE("a document without a whole revision says that it is withheld", "[render][document]") {
  const auto page = check_page("dokument/RUT-001/index.html",
                               {withholding("RUT-001", 1), withholding("RUT-001", 2)});
  CHECK(has(page, "Kan inte visas just nu"));
  CHECK_FALSE(has(page, "Text of RUT-001"));
}

TEST_CASE("a process lies among the processes, with its picture and its steps",
          "[render][process]") {
  const auto page = check_page("processer/PRO-001/index.html");
  CHECK(has(page, "<svg id=\"flow-picture\" class=\"flow\""));
  CHECK(has(page, "<li id=\"A1\""));
  CHECK(has(page, "href=\"../../dokument/RUT-001/index.html\""));
  CHECK(has(page, "tillbaka till <a href=\"#A1\">1. Ta emot klagomålet</a>"));
  const auto picture = check_page("processer/PRO-001/diagram-1.svg");
  CHECK(picture.starts_with("<?xml"));
  CHECK(has(picture, "href=\"1.html#A1\""));
}

TEST_CASE("who uses a document stands on its page", "[render][document]") {
  const auto page = check_page("dokument/RUT-001/index.html");
  CHECK(has(page, "href=\"../../processer/PRO-001/index.html#A1\""));
}

}  // namespace
}  // namespace handbok
