#include <catch2/catch.hpp>

#include "support/code.hpp"
#include "unit/markdown_sample.hpp"

namespace handbok {
namespace {

/// "1:1 text" for each text, with "> " before a quotation.
std::string texts_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const auto& run : parse(text).body.texts) {
    lines.push_back(std::to_string(run.position.line - 10) + ":" +
                    std::to_string(run.position.column) + (run.is_quotation ? " > " : " ") +
                    run.text);
  }
  return join(lines, "\n");
}

TEST_CASE("a paragraph is one text, so that citations over lines are found", "[markdown]") {
  CHECK(texts_of("enligt 5 kap.\n3 § i lagen") == "1:1 enligt 5 kap. 3 § i lagen");
  CHECK(texts_of("a *b* `kod` [c](d.pdf) [[RUT-001]] [[RUT-001|e]]") == "1:1 a b  c  e");
  CHECK(texts_of("a  \nb") == "1:1 a b");
}

TEST_CASE("texts know where they start and whether they quote", "[markdown]") {
  CHECK(texts_of("## Å\n\n- b\n\n> *c*\n> d\n\ne") == "1:4 Å\n3:3 b\n5:3 > c d\n8:1 e");
  CHECK(texts_of("| a | b |\n|---|---|\n| c | `d` |") == "1:3 a\n1:7 b\n3:3 c");
  CHECK(texts_of("a[^1]\n\n[^1]: not") == "1:1 a\n3:7 not");
  CHECK(texts_of("```\nkod\n```").empty());
}

TEST_CASE("words are counted in texts", "[markdown]") {
  CHECK(parse("## Ett två\n\ntre *fyra* `kod`\nfem\n\n| sex |\n|---|\n").body.word_count == 6);
}

TEST_CASE("raw HTML is refused where it stands and never written", "[markdown]") {
  const auto parsed = parse("a\nå <b onclick=x>c</b>\n\n<script>\nalert(1)\n</script>\n");
  CHECK(lines_of(parsed) ==
        "2:3 markdown.raw-html <b onclick=x>\n2:17 markdown.raw-html </b>\n"
        "4:1 markdown.raw-html <script> alert(1) </script>");
  CHECK(html_of(parsed.body) == "<p>a å c</p>\n");
  for (const auto* const html : {"<!-- dold -->", "<img src=x onerror=y>", "<style>a{}</style>",
                                 "<iframe src=x></iframe>", "a <!-- b --> c", "<?php ?>", "<!A b>",
                                 "<![CDATA[x]]>", "## <b></b>", "![<i>](b.png)", "- [ ] <b>"}) {
    INFO(html);
    const auto refused = parse(html);
    REQUIRE_FALSE(refused.diagnostics.empty());
    CHECK(refused.diagnostics[0].code == "markdown.raw-html"_code);
  }
}

TEST_CASE("long HTML is cut in the message and its control characters hidden", "[markdown]") {
  CHECK(lines_of(parse("<b a=\"\x1b[31m\">")) == "1:1 markdown.raw-html <b a=\"?[31m\">");
  CHECK(lines_of(parse("<b a=\"åååååååååååååååååååååååååååååååååå\">")) ==
        "1:1 markdown.raw-html <b a=\"åååååååååååååååååååååååå…");
}

TEST_CASE("hidden characters are reported when an entity writes them", "[markdown]") {
  CHECK(lines_of(parse("a&#x202e;b")) == "1:2 text.hidden-character U+202E");
  CHECK(lines_of(parse("a&#xE0041;b")) == "1:2 text.hidden-character U+E0041");
  CHECK(lines_of(parse("a&shy;b å&nbsp;c")).empty());
  CHECK(lines_of(parse(std::string("a\xe2\x80").append("\xae b"))).empty());
}

TEST_CASE("at most a hundred things are reported of one text", "[markdown]") {
  std::string text;
  for (int i = 0; i < 1000; ++i)
    text += "[[X]] ";
  CHECK(parse(text).diagnostics.size() == 100);
}

}  // namespace
}  // namespace handbok
