#include <catch2/catch.hpp>

#include "unit/markdown_sample.hpp"

namespace handbok {
namespace {

void check_html(std::string_view text, std::string_view html) {
  INFO(text);
  const auto parsed = parse(text);
  CHECK(faults_of(parsed).empty());
  CHECK(html_of(parsed.body) == html);
}

TEST_CASE("words, emphasis and breaks become plain HTML", "[markdown]") {
  check_html("Ett *två* **tre** `a<b`\nfyra  \nfem",
             "<p>Ett <em>två</em> <strong>tre</strong> "
             "<code>a&lt;b</code> fyra<br> fem</p>\n");
  check_html("a & b \"c\" 'd' < e", "<p>a &amp; b &quot;c&quot; &#39;d&#39; &lt; e</p>\n");
  check_html("\"rak\" -- text...", "<p>&quot;rak&quot; -- text...</p>\n");
  check_html("***", "<hr>\n");
  check_html("> citat", "<blockquote>\n<p>citat</p>\n</blockquote>\n");
  check_html("", "");
}

TEST_CASE("text between ~~ is struck when both stand in the same part", "[markdown]") {
  check_html("~~bort~~ kvar", "<p><del>bort</del> kvar</p>\n");
  check_html("~~a *b* c~~", "<p><del>a <em>b</em> c</del></p>\n");
  check_html("~~a *b~~ c*", "<p>~~a <em>b~~ c</em></p>\n");
  check_html("~~ nej ~~ och ~en~", "<p>~~ nej ~~ och ~en~</p>\n");
  check_html(R"(\~\~nej\~\~)", "<p>~~nej~~</p>\n");
  check_html("~~[[RUT-001|a]]~~", "<p><del>{link 0}a{end 0}</del></p>\n");
}

TEST_CASE("code keeps its text and names a language only by letters", "[markdown]") {
  check_html("```toml x\na = \"<b>\"\n```",
             "<pre tabindex=\"0\"><code class=\"language-toml\">a = "
             "&quot;&lt;b&gt;&quot;\n</code></pre>\n");
  check_html("```js\"><script>\nx\n```", "<pre tabindex=\"0\"><code>x\n</code></pre>\n");
  check_html("    {{approved_by}} {{{x}}} {{>p}}",
             "<pre tabindex=\"0\"><code>{{approved_by}} {{{x}}} {{&gt;p}}\n</code></pre>\n");
}

TEST_CASE("only items of loose lists have paragraphs", "[markdown]") {
  check_html("- a\n- b\n", "<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>\n");
  check_html("- a\n\n- b\n", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n");
  check_html("3) a\n4) b\n", "<ol start=\"3\">\n<li>a\n</li>\n<li>b\n</li>\n</ol>\n");
  check_html("1. a\n   - b\n", "<ol>\n<li>a\n<ul>\n<li>b\n</li>\n</ul>\n</li>\n</ol>\n");
}

TEST_CASE("a task is a box inside the label that names it", "[markdown]") {
  check_html("- [ ] ring *MAS*\n- [x] klart\n",
             "<ul class=\"task-list\">\n"
             "<li><label><input type=\"checkbox\"> ring <em>MAS</em></label>\n</li>\n"
             "<li><label><input type=\"checkbox\" checked> klart</label>\n</li>\n</ul>\n");
  check_html("- [ ] a\n\n  b\n",
             "<ul class=\"task-list\">\n"
             "<li><p><label><input type=\"checkbox\"> a</label></p>\n<p>b</p>\n</li>\n</ul>\n");
  check_html("- [ ] \n- [x] a\n",
             "<ul class=\"task-list\">\n<li></li>\n"
             "<li><label><input type=\"checkbox\" checked> a</label>\n</li>\n</ul>\n");
}

TEST_CASE("a table scrolls in a region named after its head", "[markdown]") {
  check_html("| Steg | Vem |\n|:--|--:|\n| 1 | MAS |\n",
             "<section class=\"table-scroll\" tabindex=\"0\" aria-label=\"Steg, Vem\">"
             "<table>\n<thead><tr><th scope=\"col\" class=\"align-left\">Steg</th>"
             "<th scope=\"col\" class=\"align-right\">Vem</th></tr></thead>\n"
             "<tbody><tr><td class=\"align-left\">1</td><td class=\"align-right\">MAS</td></tr>\n"
             "</tbody></table></section>\n");
  check_html(
      "| | \"b\" |\n|---|:-:|\n",
      "<section class=\"table-scroll\" tabindex=\"0\" aria-label=\"&quot;b&quot;\">"
      "<table>\n<thead><tr><td></td><th scope=\"col\" class=\"align-center\">&quot;b&quot;</th>"
      "</tr></thead>\n</table></section>\n");
}

TEST_CASE("regions of one text have different names", "[markdown]") {
  const auto html = html_of(parse("|a|\n|-|\n\n|a|\n|-|\n").body);
  CHECK(html.find("aria-label=\"a\"") != std::string::npos);
  CHECK(html.find("aria-label=\"a (2)\"") != std::string::npos);
}

TEST_CASE("footnotes are linked both ways", "[markdown]") {
  check_html(
      "A[^x] B[^x]\n\n[^x]: Not\n",
      "<p>A<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\" "
      "aria-label=\"{note 1}\">1</a></sup> B<sup class=\"footnote-ref\"><a href=\"#fn-1\" "
      "id=\"fnref-1-2\" role=\"doc-noteref\" aria-label=\"{note 1}\">1</a></sup></p>\n"
      "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"fn-1\"><p>Not "
      "<a href=\"#fnref-1\" class=\"footnote-return\" role=\"doc-backlink\" "
      "aria-label=\"{back 1}\">↩</a> <a href=\"#fnref-1-2\" class=\"footnote-return\" "
      "role=\"doc-backlink\" aria-label=\"{back 1}\">↩</a></p>\n</li>\n</ol>\n</div>\n");
  const auto ends_with_list = html_of(parse("A[^x]\n\n[^x]:\n    - b\n").body);
  CHECK(ends_with_list.find("</ul>\n<p> <a href=\"#fnref-1\"") != std::string::npos);
}

TEST_CASE("no link stands inside a link", "[markdown]") {
  check_html("[a[^1] https://b.se](c.pdf)\n\n[^1]: x\n",
             "<p>{link 0}a<sup class=\"footnote-ref\">1</sup> https://b.se{end 0}</p>\n"
             "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"fn-1\"><p>x</p>\n"
             "</li>\n</ol>\n</div>\n");
}

}  // namespace
}  // namespace handbok
