#include <catch2/catch.hpp>

#include "unit/markdown_sample.hpp"

namespace handbok {
namespace {

/// "2 titel Titel": level, anchor and text of each heading.
std::string outline_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const auto& heading : parse(text).body.headings) {
    lines.push_back(std::to_string(heading.level) + " " + heading.anchor + " " + heading.text);
  }
  return join(lines, "\n");
}

TEST_CASE("headings start at level two, keep their levels and never skip one", "[markdown]") {
  CHECK(outline_of("# A\n## B\n### C\n# D") == "2 a A\n3 b B\n4 c C\n2 d D");
  CHECK(outline_of("## A\n# B\n## C") == "2 a A\n2 b B\n3 c C");
  CHECK(outline_of("## A\n### B\n# C\n## D") == "2 a A\n3 b B\n2 c C\n3 d D");
  CHECK(lines_of(parse("# A\n## B\n### C\n#### D\n##### E\n")).empty());
  CHECK(lines_of(parse("# A\n## B\n### C\n#### D\n##### E\n###### F\n")) ==
        "6:1 markdown.heading-skipped F");
  CHECK(outline_of("## A\n##### B\n###### C") == "2 a A\n3 b B\n4 c C");
  CHECK(lines_of(parse("## A\n\n##### B *x*\n")) == "3:1 markdown.heading-skipped B x");
  CHECK(lines_of(parse("## A\n### B\n# C\n## D\n")) == "3:1 markdown.heading-skipped C");
  CHECK(lines_of(parse("#\n\n## A\n### B\n")).empty());
  CHECK(lines_of(parse("# A\n### B\n")) == "2:1 markdown.heading-skipped B");
  CHECK(parse("##### A").diagnostics[0].consequence == Consequence::none);
}

TEST_CASE("every heading has an id of its own", "[markdown]") {
  CHECK(outline_of("## Så här\n## Så här\n## Så här") ==
        "2 sa-har Så här\n2 sa-har-2 Så här\n2 sa-har-3 Så här");
  CHECK(outline_of("## A\n## A-2\n## A") == "2 a A\n2 a-2 A-2\n2 a-3 A");
  CHECK(outline_of("## Sök\n## Innehåll\n## Main\n## Search") ==
        "2 sok-2 Sök\n2 innehall-2 Innehåll\n2 main-2 Main\n2 search-2 Search");
  CHECK(outline_of("## 1. Syfte\n## !\n## fn 1") == "2 s-1-syfte 1. Syfte\n2 s !\n2 s-fn-1 fn 1");
  CHECK(html_of(parse("## *A* `b`").body) ==
        "<h2 id=\"a-b\"><em>A</em> <code>b</code></h2>\n{section 0}");
}

TEST_CASE("a heading without text is left out", "[markdown]") {
  CHECK(html_of(parse("##\n\na").body) == "<p>a</p>\n");
  CHECK(outline_of("## ![](a.png)") == "2 s ");
}

TEST_CASE("a section ends before the next heading of its level", "[markdown]") {
  CHECK(html_of(parse("## A\n### B\nb\n## C\n").body) ==
        "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n<p>b</p>\n{section 1}{section 0}"
        "<h2 id=\"c\">C</h2>\n{section 2}");
}

TEST_CASE("a section ends before the footnotes and inside its quotation", "[markdown]") {
  CHECK(html_of(parse("> ## A\n\nb\n").body) ==
        "<blockquote>\n<h2 id=\"a\">A</h2>\n{section 0}</blockquote>\n<p>b</p>\n");
  const auto html = html_of(parse("## A\nx[^1]\n\n[^1]: n\n").body);
  CHECK(html.find("{section 0}<div class=\"footnotes\"") != std::string::npos);
}

TEST_CASE("a heading knows what its section holds", "[markdown]") {
  const auto body = parse("## A\n### B\n1. x\n\n## C\n- [ ] y\n\n## D\n").body;
  REQUIRE(body.headings.size() == 4);
  CHECK_FALSE(body.headings[0].has_content);
  CHECK(body.headings[0].has_ordered_list);
  CHECK_FALSE(body.headings[0].has_task_list);
  CHECK(body.headings[1].has_content);
  CHECK(body.headings[2].has_task_list);
  CHECK_FALSE(body.headings[2].has_ordered_list);
  CHECK_FALSE(body.headings[3].has_content);
  CHECK(body.headings[2].position == TextPosition{15, 1});
}

}  // namespace
}  // namespace handbok
