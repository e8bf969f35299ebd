// What running text names is a link.
#include <catch2/catch.hpp>

#include "support/sample_handbook.hpp"
#include "unit/markdown_sample.hpp"

namespace handbok {
namespace {

/// The first paragraph of PRO-001, of this text.
std::string paragraph(const std::string& text) {
  auto handbook = test::sample_handbook();
  handbook.methods = {{.id = "MET-01", .name = "Samtal", .location = {}}};
  LegalSource source;
  source.id = "sfs-2017-30";
  source.number = "SFS 2017:30";
  source.title = "Lag";
  handbook.sources = {source};
  handbook.settings.emergency_phone = "112";
  handbook.documents[0].revisions[0].body = parse(text).body;
  const auto page =
      test::render(handbook, test::day("2026-11-21")).at("processer/PRO-001/index.html");
  const auto start = page.find("<p>", page.find("<div class=\"text\">")) + 3;
  return page.substr(start, page.find("</p>", start) - start);
}

const std::string method = "<a href=\"../../metoder/index.html#MET-01\">MET-01</a>";

TEST_CASE("ids that the handbook knows are links", "[render][running-text]") {
  CHECK(paragraph("Gör MET-01.") == "Gör " + method + ".");
  CHECK(paragraph("(MET-01)") == "(" + method + ")");
  CHECK(paragraph("Se RUT-001 nu") ==
        "Se <a href=\"../../dokument/RUT-001/index.html\">RUT-001</a> nu");
  CHECK(paragraph("Enligt SFS 2017:30.") ==
        "Enligt <a href=\"../../lagar/sfs-2017-30/index.html\">SFS 2017:30</a>.");
}

TEST_CASE("what is no id, unknown, or a link already stays as it is", "[render][running-text]") {
  for (const auto* const text :
       {"MET-99", "XMET-01", "MET-011", "MET-01x", "SFS 2017:3", "PRO-001", "SBAR-modellen"}) {
    INFO(text);
    CHECK(paragraph(text) == text);
  }
  CHECK(paragraph("`MET-01`") == "<code>MET-01</code>");
  CHECK(paragraph("[[MET-01|se MET-01]]") ==
        "<a href=\"../../metoder/index.html#MET-01\">se MET-01</a>");
}

TEST_CASE("the emergency number can be rung", "[render][running-text]") {
  CHECK(paragraph("Ring 112.") == "Ring <a href=\"tel:112\">112</a>.");
  CHECK(paragraph("Lag 1999:112, 1125 kr, 112 §") == "Lag 1999:112, 1125 kr, 112\u00a0§");
}

TEST_CASE("a citation stays on one line", "[render][running-text]") {
  CHECK(paragraph("Se 5 kap. 3 § och 2 a §.") == "Se 5\u00a0kap.\u00a03\u00a0§ och 2 a\u00a0§.");
}

TEST_CASE("a link to what is repealed says so", "[render][running-text]") {
  const auto html = paragraph("[[RUT-002]]");
  CHECK(html.find("<small class=\"applies-now\">(upphävd – använd <a href=\"../../dokument/RUT-001/"
                  "index.html\">") != std::string::npos);
}

}  // namespace
}  // namespace handbok
