// Warning boxes: quotations whose first line is a mark.
#include <catch2/catch.hpp>

#include "support/text_parts.hpp"
#include "unit/markdown_sample.hpp"

namespace handbok {
namespace {

TEST_CASE("a quotation that begins with a mark is a box", "[markdown][box]") {
  CHECK(html_of(parse("> [!VARNING]\n> Ge **aldrig** ensam.\n").body) ==
        "<div class=\"box box-warning\">\n<p class=\"box-label\">{label 1}</p>\n"
        "<p>Ge <strong>aldrig</strong> ensam.</p>\n</div>\n");
  CHECK(has(html_of(parse("> [!TIPS]\n>\n> - ett\n").body), "{label 2}</p>\n<ul>\n<li>ett"));
  CHECK(has(html_of(parse("- a\n  > [!TIP]\n  > b\n").body), "{label 5}</p>\n<p>b</p>\n</div>"));
}

TEST_CASE("an urgent box that stands by itself can be lifted", "[markdown][box]") {
  const auto html = html_of(parse("Text.\n\n> [!AKUT]\n> Ring 112.\n\nMer.\n").body);
  CHECK(
      html ==
      "<p>Text.</p>\n{lift 0}<div class=\"box box-urgent\">\n<p class=\"box-label\">{label 0}</p>\n"
      "<p>Ring 112.</p>\n</div>\n{lifted 0}<p>Mer.</p>\n");
  CHECK_FALSE(has(html_of(parse("1. a\n\n   > [!AKUT]\n   > b\n").body), "{lift "));
}

TEST_CASE("other quotations stay quotations", "[markdown][box]") {
  for (const auto* const text :
       {"> [!NOTE]\n> a\n", "> [!AKUT] a\n", "> a\n> [!AKUT]\n", "> a\n"}) {
    INFO(text);
    CHECK(has(html_of(parse(text).body), "<blockquote>"));
  }
}

TEST_CASE("the words of a box are the author's own", "[markdown][box]") {
  const auto body = parse("> [!TIPS]\n> a\n\n> b\n").body;
  REQUIRE(body.texts.size() == 2);
  CHECK(body.texts[0].text == "a");
  CHECK_FALSE(body.texts[0].is_quotation);
  CHECK(body.texts[1].is_quotation);
}

TEST_CASE("a heading knows whether it stands inside something", "[markdown][box]") {
  const auto body = parse("## A\n\n> ## B\n\n## C\n").body;
  REQUIRE(body.headings.size() == 3);
  CHECK_FALSE(body.headings[0].is_nested);
  CHECK(body.headings[1].is_nested);
  CHECK_FALSE(body.headings[2].is_nested);
}

}  // namespace
}  // namespace handbok
