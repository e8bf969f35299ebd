#include <catch2/catch.hpp>

#include "markdown/address.hpp"
#include "markdown/reference.hpp"
#include "support/code.hpp"
#include "unit/markdown_sample.hpp"

namespace handbok {
namespace {

std::string name_of_kind(LinkKind kind) {
  switch (kind) {
    case LinkKind::document: return "document";
    case LinkKind::clause: return "clause";
    case LinkKind::term: return "term";
    case LinkKind::attachment: return "attachment";
    case LinkKind::anchor: return "anchor";
    case LinkKind::external: return "external";
  }
  return {};
}

/// "1:3 document RUT-001 text" for each link.
std::string links_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const auto& link : parse(text).body.links) {
    lines.push_back(std::to_string(link.position.line - 10) + ":" +
                    std::to_string(link.position.column) + " " + name_of_kind(link.kind) + " " +
                    link.target + " " + link.text);
  }
  return join(lines, "\n");
}

void check_reference(std::string_view inner, LinkKind kind, std::string_view target) {
  INFO(inner);
  const auto reference = parse_cross_reference(inner);
  REQUIRE(reference);
  CHECK(reference->kind == kind);
  CHECK(reference->target == target);
}

TEST_CASE("cross-references name documents, clauses and terms", "[markdown][reference]") {
  check_reference("RUT-003", LinkKind::document, "RUT-003");
  check_reference("RUT-003@2", LinkKind::document, "RUT-003@2");
  check_reference("PRO-005#A3", LinkKind::document, "PRO-005#A3");
  check_reference("RUT-002@4#gor-sa-har", LinkKind::document, "RUT-002@4#gor-sa-har");
  check_reference("SAM-2026-T2", LinkKind::document, "SAM-2026-T2");
  check_reference("SOSFS-4-4", LinkKind::document, "SOSFS-4-4");
  check_reference("sosfs-2011-9/5:3", LinkKind::clause, "sosfs-2011-9/5:3");
  check_reference("sosfs-2011-9/4:4 st2 led 1|x", LinkKind::clause, "sosfs-2011-9/4:4 st2 led 1");
  check_reference("sfs-2017-30", LinkKind::clause, "sfs-2017-30");
  check_reference("term:lex-maria", LinkKind::term, "lex-maria");
  CHECK(parse_cross_reference("term:a| två  ord ")->text == "två  ord");
}

TEST_CASE("what is no cross-reference is not read as one", "[markdown][reference]") {
  for (const auto* const wrong : {"",
                                  "RUT",
                                  "rut_003",
                                  "RUT-003@",
                                  "RUT-003@0",
                                  "RUT-003#",
                                  "RUT-003#a b",
                                  "RUT-003|",
                                  "SOSFS-4-4@2",
                                  "SOSFS-4-4#a",
                                  "SOSFS-",
                                  "|a",
                                  "term:",
                                  "term:Å",
                                  "term:-a",
                                  "sosfs-2011-9/",
                                  "/5:3",
                                  "a/../b",
                                  "RUT-003|a|b",
                                  "a\"b",
                                  "RUT-003 ",
                                  " RUT-003",
                                  "https://a.se",
                                  "sosfs-2011-9/5:3\"x"}) {
    INFO(wrong);
    CHECK_FALSE(parse_cross_reference(wrong));
  }
}

TEST_CASE("references are found in text with their exact place", "[markdown]") {
  CHECK(links_of("Åå [[RUT-003]] ö [[term:a|b c]]") == "1:4 document RUT-003 \n1:18 term a b c");
  CHECK(links_of("a\n   b [[RUT-003]]") == "2:6 document RUT-003 ");
  CHECK(links_of("> - a `x\n>   y` [[RUT-003]]") == "2:8 document RUT-003 ");
  CHECK(links_of("[[RUT-003|två\nrader]]") == "1:1 document RUT-003 två rader");
  CHECK(links_of("[x]: y\n[z]: å\ntext [[RUT-003]]") == "3:6 document RUT-003 ");
  CHECK(links_of("| a |\n|---|\n| å \\| [[RUT-003\\|b]] |") == "3:8 document RUT-003 b");
  CHECK(links_of("&ouml; [[RUT-003]]") == "1:8 document RUT-003 ");
  CHECK(links_of("[[[RUT-003]]]") == "1:2 document RUT-003 ");
  CHECK(html_of(parse("[[[RUT-003]]]").body) == "<p>[{link 0}{end 0}]</p>\n");
}

TEST_CASE("a link definition does not take a reference over", "[markdown]") {
  const auto* const text = "se [[RUT-003]] a\n\n[RUT-003]: https://evil.example\n";
  CHECK(links_of(text) == "1:4 document RUT-003 ");
  CHECK(links_of("[RUT-003]: b.pdf\nse [[RUT-003]]") == "2:4 document RUT-003 ");
  CHECK(links_of("[[a](b.pdf)]") == "1:2 attachment b.pdf a");
}

TEST_CASE("brackets in code or after a backslash are text", "[markdown]") {
  for (const auto* const text : {"`[[RUT-003]]`", "    [[RUT-003]]", R"(\[[RUT-003]])",
                                 R"(\[\[RUT-003\]\])", R"([\[RUT-003]])", "&#91;[RUT-003]]"}) {
    INFO(text);
    const auto parsed = parse(text);
    CHECK(parsed.body.links.empty());
    CHECK(faults_of(parsed).empty());
  }
  CHECK(links_of("`[[RUT-001]]` [[RUT-001]]") == "1:15 document RUT-001 ");
}

TEST_CASE("a malformed reference is reported where it stands", "[markdown]") {
  CHECK(lines_of(parse("a\nö [[rut_3|x]]")) == "2:3 markdown.reference-malformed rut_3|x");
  CHECK(lines_of(parse("[[RUT-003|*x*]]")) == "1:1 markdown.reference-malformed RUT-003|*x*");
  CHECK(lines_of(parse("Se [[_TOC_]] här.")) == "1:4 markdown.reference-malformed _TOC_");
  CHECK(faults_of(parse("| a | b |\n|---|---|\n| [[RUT-003|x]] | c |\n| [[x y]] | |")) ==
        "3:1 markdown.table-cells 3 2\n4:3 markdown.reference-malformed x y");
  CHECK(lines_of(parse("[[RUT-003")) == "1:1 markdown.reference-malformed RUT-003");
  CHECK(lines_of(parse("[a [[RUT-1]]](b.pdf)")) == "1:4 markdown.reference-malformed RUT-1");
  const auto diagnostic = parse("[[x y]]").diagnostics.at(0);
  CHECK(diagnostic.location.path == "documents/RUT-001/3.md");
  CHECK(diagnostic.consequence == Consequence::revision_withheld);
  CHECK(diagnostic.revision == RevisionKey{"RUT-001", 3});
  CHECK(diagnostic.subject == "RUT-001");
  CHECK(diagnostic.owner == "MAS");
  CHECK(diagnostic.units == std::vector<std::string>{"vof"});
}

TEST_CASE("ordinary links are external, anchors or attachments", "[markdown]") {
  CHECK(links_of("[a](https://å.se/ö) [b](mailto:a@b.se)") ==
        "1:1 external https://å.se/ö a\n1:21 external mailto:a@b.se b");
  CHECK(links_of("[a](#b) ![c](3/d.png \"t\")") == "1:1 anchor b a\n1:9 attachment 3/d.png c");
  const auto body = parse("[![c](d.png)](https://a.se) [e](f.pdf 'g')").body;
  CHECK(html_of(body) ==
        "<p><a href=\"https://a.se\" rel=\"noopener\">{link 1}{end 1}</a> {link 2}e{end 2}</p>\n");
  CHECK(body.links[1].is_image);
  CHECK(body.links[2].title == "g");
}

TEST_CASE("external links are written whole and harmless", "[markdown]") {
  CHECK(html_of(parse("[a](https://b.se/å?c&d='[e] \"\\\" onmouseover=x\")").body) ==
        "<p><a href=\"https://b.se/%C3%A5?c&amp;d=&#39;%5Be%5D\" rel=\"noopener\" "
        "title=\"&quot; onmouseover=x\">a</a></p>\n");
  CHECK(html_of(parse("[](https://b.se)").body) ==
        "<p><a href=\"https://b.se\" rel=\"noopener\">https://b.se</a></p>\n");
  CHECK(html_of(parse("[a](<tel:+46 8-1>)").body) ==
        "<p><a href=\"tel:+46%208-1\" rel=\"noopener\" class=\"nobr\">a</a></p>\n");
}

void check_refused(std::string_view address) {
  INFO(address);
  const auto parsed = parse("[ord](" + std::string(address) + ")");
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].code == "markdown.url-scheme"_code);
  CHECK(parsed.diagnostics[0].location.column == 1);
  CHECK(html_of(parsed.body) == "<p>ord</p>\n");
  CHECK(parsed.body.links.empty());
}

TEST_CASE("addresses of other kinds are refused, however they are written", "[markdown]") {
  for (const auto* const address : {"javascript:alert(1)",
                                    "JaVaScRiPt:a",
                                    "java&#x09;script:a",
                                    "&#106;avascript:a",
                                    "javascript&colon;a",
                                    "&#1;javascript:a",
                                    "<  javascript:a>",
                                    "vbscript:a",
                                    "data:text/html,a",
                                    "data:image/svg+xml,a",
                                    "ms-msdt:a",
                                    "smb:a",
                                    "blob:a",
                                    "file:///etc",
                                    "//evil.se",
                                    "/abs",
                                    "../up",
                                    "a/../b",
                                    R"(a\\b)",
                                    R"(https:\\\\evil.se)",
                                    "#",
                                    "",
                                    "https://",
                                    "https://user@evil.se",
                                    "http:a",
                                    "https://a..se",
                                    "a%2e%2e/b",
                                    "mailto:a",
                                    "tel:abc",
                                    "https://a.se/&#x202e;x",
                                    "&#xa0;javascript:a"}) {
    check_refused(address);
  }
  CHECK(lines_of(parse("<javascript:a>")) == "1:1 markdown.url-scheme javascript:a");
  CHECK(lines_of(parse("![a](https://b.se/c.png)")) ==
        "1:1 markdown.url-scheme https://b.se/c.png");
  CHECK(html_of(parse("![a](#b)").body) == "<p>a</p>\n");
}

std::string addresses_in(std::string_view text) {
  std::vector<std::string> shown;
  for (const auto& link : find_autolinks(text)) {
    shown.push_back(std::string(text.substr(link.begin, link.end - link.begin)) + ">" +
                    link.address);
  }
  return join(shown, " ");
}

TEST_CASE("bare addresses are links without the punctuation after them", "[markdown]") {
  CHECK(addresses_in("se https://a.se/b_c?(d).") == "https://a.se/b_c?(d)>https://a.se/b_c?(d)");
  CHECK(addresses_in("(www.a.se), a.b@c.se!") ==
        "www.a.se>http://www.a.se a.b@c.se>mailto:a.b@c.se");
  CHECK(addresses_in("xhttps://a.se http:// https://x www.").empty());
  CHECK(addresses_in("a@b @c.se a@b@c.se åa@b.se").empty());
  CHECK(links_of("å https://a.se") == "1:3 external https://a.se https://a.se");
}

}  // namespace
}  // namespace handbok
