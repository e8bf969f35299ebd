// A Word document's tree, as pandoc writes it in JSON, to Markdown.
#include <catch2/catch.hpp>

#include "word/card.hpp"
#include "word/read_tree.hpp"
#include "word/references.hpp"
#include "word/tree.hpp"
#include "word/write_markdown.hpp"
#include "word/write_tree.hpp"

namespace handbok::word {
namespace {

Text read(const std::string& blocks) {
  const auto json =
      parse_json(R"({"pandoc-api-version":[1,22,2,1],"meta":{},"blocks":[)" + blocks + "]}");
  REQUIRE(json);
  auto text = read_tree(*json);
  REQUIRE(text);
  return *std::move(text);
}

std::string markdown(const std::string& blocks) {
  return write_markdown(read(blocks).blocks, 1);
}

std::string str(const std::string& text) {
  return R"({"t":"Str","c":")" + text + R"("})";
}

std::string para(const std::string& inlines) {
  return R"({"t":"Para","c":[)" + inlines + "]}";
}

std::string styled(const std::string& style, const std::string& blocks) {
  return R"({"t":"Div","c":[["",[],[["custom-style",")" + style + R"("]]],[)" + blocks + "]]}";
}

std::string dressed(const std::string& dress, const std::string& inlines) {
  return R"({"t":")" + dress + R"(","c":[)" + inlines + "]}";
}

std::string bullets(const std::string& items) {
  return R"({"t":"BulletList","c":[)" + items + "]}";
}

std::string numbers(int first, const std::string& items) {
  return R"({"t":"OrderedList","c":[[)" + std::to_string(first) +
         R"(,{"t":"Decimal"},{"t":"Period"}],[)" + items + "]]}";
}

std::string cell(const std::string& text, int down = 1, int across = 1) {
  const auto blocks = text.empty() ? std::string() : para(str(text));
  return R"([["",[],[]],{"t":"AlignDefault"},)" + std::to_string(down) + "," +
         std::to_string(across) + ",[" + blocks + "]]";
}

std::string row(const std::string& cells) {
  return R"([["",[],[]],[)" + cells + "]]";
}

std::string table(const std::string& head, const std::string& body) {
  return R"({"t":"Table","c":[["",[],[]],[null,[]],[],[["",[],[]],[)" + head +
         R"(]],[[["",[],[]],0,[],[)" + body + R"(]]],[["",[],[]],[]]]})";
}

const std::string space = R"({"t":"Space"})";

}  // namespace

TEST_CASE("headings of Word begin below the title", "[word]") {
  CHECK(markdown(R"({"t":"Header","c":[1,["syfte",[],[]],[)" + str("Syfte") + "]]}," +
                 para(str("Text."))) == "## Syfte\n\nText.\n");
}

TEST_CASE("the mark of a warning box keeps its line", "[word]") {
  const auto quote = [](const std::string& inlines) {
    return markdown(R"({"t":"BlockQuote","c":[)" + para(inlines) + "]}");
  };
  CHECK(quote(str("[!AKUT]") + "," + space + "," + str("Ring.")) == "> [!AKUT]\n> Ring.\n");
  CHECK(quote(str("[!AKUT]") + R"(,{"t":"LineBreak"},)" + str("Ring.")) == "> [!AKUT]\n> Ring.\n");
  CHECK(quote(str("[!akut]") + "," + space + "," + str("Ring.")) == "> [!akut] Ring.\n");
}

TEST_CASE("what Word cut into pieces is put together", "[word]") {
  CHECK(markdown(para(dressed("Strong", str("fe")) + "," +
                      dressed("Strong", str("t,") + "," + space) + "," + str("sen"))) ==
        "**fet,** sen\n");
  CHECK(markdown(para(dressed("Strong", space) + "," + str("bara") + "," +
                      dressed("Underline", str("ord")))) == "baraord\n");
}

TEST_CASE("a list that a paragraph broke in two is one again", "[word]") {
  const auto broken = numbers(1, "[" + para(str("ett")) + "]") + "," +
                      bullets("[" + styled("List Continue", para(str("mer"))) + "]") + "," +
                      numbers(2, "[" + para(str("två")) + "]");
  CHECK(markdown(broken) == "1. ett\n\n   mer\n\n2. två\n");
  const auto two_lists =
      numbers(1, "[" + para(str("ett")) + "]") + "," + numbers(1, "[" + para(str("nytt")) + "]");
  CHECK(markdown(two_lists) == "1. ett\n\n1) nytt\n");
}

TEST_CASE("what stands in a quotation says so in Word by its style", "[word]") {
  const auto quote = [](const std::string& words) {
    return styled("Block Text", R"({"t":"BlockQuote","c":[)" + para(str(words)) + "]}");
  };
  const auto item = [](const std::string& style, const std::string& words) {
    return "[" + styled(style, para(str(words))) + "]";
  };
  const auto list = bullets(item("List in Quote", "b"));
  CHECK(markdown(quote("[!AKUT]a") + "," + list + "," +
                 bullets(item("List Continue in Quote", "c")) + "," + quote("d") + "," +
                 styled("Block Text in Quote", para(str("e"))) + "," + quote("[!AKUT]f") + "," +
                 bullets(item("Compact", "g"))) ==
        "> [!AKUT]\n> a\n>\n> - b\n>\n>   c\n>\n> d\n>\n> > e\n\n> [!AKUT]\n> f\n\n- g\n");
  CHECK(markdown(bullets("[" + para(str("a")) + "]") + "," +
                 bullets("[" + quote("b") + "," + list + "]")) == "- a\n\n  > b\n  >\n  > - b\n");
  const auto cells =
      R"([["",[],[]],{"t":"AlignDefault"},1,1,[)" + styled("Table in Quote", para(str("x"))) + "]]";
  CHECK(markdown(quote("a") + "," + table(row(cells), row(cells)) + "," + para(str("b"))) ==
        "> a\n>\n> | x |\n> |---|\n> | x |\n\nb\n");
}

TEST_CASE("an item goes on after the list in it, where Word says so", "[word]") {
  const auto inner = bullets("[" + para(str("b")) + "]");
  CHECK(markdown(bullets("[" + para(str("a")) + "," + inner + "]") + "," +
                 bullets("[" + styled("List Continue", para(str("c"))) + "]")) ==
        "- a\n\n  - b\n\n  c\n");
}

TEST_CASE("signs that a list or a text would make something of stay signs", "[word]") {
  CHECK(markdown(bullets("[" + para(str("[x]") + "," + space + "," + str("a")) + "]")) ==
        "- \\[x] a\n");
  CHECK(markdown(para(str("~c~"))) == "~c\\~\n");
  CHECK(markdown(para(str("~5,"))) == "~5,\n");
  CHECK(markdown(para(str("———"))) == "---\n");
}

TEST_CASE("an indentation is no quotation", "[word]") {
  const auto indented = R"({"t":"BlockQuote","c":[)" + para(str("text")) + "]}";
  CHECK(markdown(styled("Body Text", indented)) == "text\n");
  CHECK(markdown(styled("Quote", indented)) == "> text\n");
  CHECK(markdown(bullets("[" + para(str("punkt")) + "]") + "," + styled("Normal", indented)) ==
        "- punkt\n\n  text\n");
}

TEST_CASE("raised and lowered signs change no number", "[word]") {
  const auto raised = [](const std::string& sign) { return dressed("Superscript", str(sign)); };
  CHECK(markdown(para(str("10") + "," + raised("−3") + "," + str("CO") + "," +
                      dressed("Subscript", str("2")))) == "10⁻³CO₂\n");
  const auto text = read(para(str("10") + "," + raised("3x")));
  CHECK(write_markdown(text.blocks, 1) == "10^(3x)\n");
  REQUIRE(text.flaws.size() == 1);
  CHECK(text.flaws[0].kind == FlawKind::raised);
  CHECK(markdown(para(str("1") + "," + raised("a"))) == "1a\n");
}

TEST_CASE("emphasis that Markdown cannot mark gives its signs away", "[word]") {
  const auto strong = [](const std::string& words) { return dressed("Strong", str(words)); };
  CHECK(markdown(para(strong("(fet)") + "," + str("efter"))) == "**(fet**)efter\n");
  CHECK(markdown(para(str("före") + "," + strong("(fet)") + "," + str("efter"))) ==
        "före(**fet**)efter\n");
  CHECK(markdown(para(dressed("Emph", str("”citat”")) + "," + str("efter"))) == "*”citat*”efter\n");
  CHECK(markdown(para(str("lut") + "," + dressed("Emph", str("an")) + "," + str("de"))) ==
        "lutande\n");
  CHECK(markdown(para(str("a") + "," + strong("!") + "," + str("b"))) == "a!b\n");
  CHECK(markdown(para(strong("2") + "," + str("5 mg, 3") + "," + strong("0"))) == "25 mg, 30\n");
}

TEST_CASE("nested lists and boxes", "[word]") {
  const auto inner = bullets("[" + para(str("a")) + "],[" + para(str("b")) + "]");
  CHECK(markdown(numbers(9, "[" + para(str("nio")) + "," + inner + "],[" + para(str("tio")) +
                                "]")) == "9. nio\n   - a\n   - b\n10. tio\n");
  CHECK(markdown(bullets("[" + para(str("\xE2\x98\x90") + "," + space + "," + str("gör")) + "]")) ==
        "- [ ] gör\n");
}

TEST_CASE("merged cells are split and told", "[word]") {
  const auto text =
      read(table(row(cell("A", 1, 2)), row(cell("B", 2) + "," + cell("c")) + "," + row(cell("d"))));
  CHECK(write_markdown(text.blocks, 1) == "| A | |\n|---|---|\n| B | c |\n| | d |\n");
  REQUIRE(text.flaws.size() == 1);
  CHECK(text.flaws[0].kind == FlawKind::merged_cells);
  CHECK(text.flaws[0].excerpt == "A");
  CHECK(read(table(row(cell("A")), row(cell("b")))).flaws.empty());
}

TEST_CASE("a table without a head has its first row as head", "[word]") {
  CHECK(markdown(table(row(cell("") + "," + cell("")), row(cell("a") + "," + cell("b")))) ==
        "| a | b |\n|---|---|\n");
}

TEST_CASE("bold that is the head's own is forgotten", "[word]") {
  const auto head_of = [](const std::string& first, const std::string& second) {
    auto text = read(table("", row(first) + "," + row(second)));
    forget_what_word_forgets(text.blocks);
    return write_markdown(text.blocks, 1);
  };
  const auto bold = [](const std::string& text) {
    return R"([["",[],[]],{"t":"AlignDefault"},1,1,[)" + para(dressed("Strong", str(text))) + "]]";
  };
  CHECK(head_of(bold("a") + "," + bold("b"), cell("c") + "," + bold("d")) ==
        "| a | b |\n|---|---|\n| c | **d** |\n");
  CHECK(head_of(bold("a") + "," + cell("b"), cell("c") + "," + cell("d")) ==
        "| **a** | b |\n|---|---|\n| c | d |\n");
}

TEST_CASE("a line in bold above a text looks like a heading", "[word]") {
  const auto bold = para(dressed("Strong", str("Syfte")));
  const auto flaws = read(bold + "," + para(str("Text."))).flaws;
  REQUIRE(flaws.size() == 1);
  CHECK(flaws[0].kind == FlawKind::fake_heading);
  CHECK(read(bold).flaws.empty());
  CHECK(read(para(dressed("Strong", str("Ring först!"))) + "," + para(str("Text."))).flaws.empty());
}

TEST_CASE("what Markdown would take for something else is guarded", "[word]") {
  const auto guarded = [](const std::string& text) { return markdown(para(str(text))); };
  CHECK(guarded("1. ett") == "1\\. ett\n");
  CHECK(guarded("- streck") == "\\- streck\n");
  CHECK(guarded("# nummer") == "\\# nummer\n");
  CHECK(guarded("a * b") == "a * b\n");
  CHECK(guarded("*a*") == "\\*a\\*\n");
  CHECK(guarded("fil_namn _x_") == "fil_namn \\_x\\_\n");
  CHECK(guarded("a <b> &amp; R&D") == "a \\<b> \\&amp; R&D\n");
  CHECK(guarded("[länk](x) [ord]") == "\\[länk](x) [ord]\n");
  CHECK(guarded("se [[RUT-001|min_rutin]]") == "se [[RUT-001|min_rutin]]\n");
  CHECK(guarded("* stjärna") == "\\* stjärna\n");
  CHECK(guarded("[OBS]: kontrollera") == "\\[OBS]: kontrollera\n");
  CHECK(guarded("se [OBS]: kontrollera") == "se [OBS]: kontrollera\n");
  CHECK(guarded("&; & &amp") == "&; & &amp\n");
}

TEST_CASE("a line that ends within a paragraph begins nothing new", "[word]") {
  const std::string line_break = R"({"t":"LineBreak"})";
  const auto lines = str("Ta med") + "," + line_break + "," + str("- pump") + "," + line_break +
                     "," + str("# lapp") + "," + line_break + "," + str("=") + "," + line_break +
                     "," + str("1. lås");
  CHECK(markdown(para(lines)) == "Ta med\\\n\\- pump\\\n\\# lapp\\\n=\\\n1\\. lås\n");
  CHECK(markdown(R"({"t":"Header","c":[1,["a",[],[]],[)" + str("En") + "," + line_break + "," +
                 str("två") + "]]}") == "## En två\n");
}

TEST_CASE("the words of links and pictures keep their brackets", "[word]") {
  const auto leading = [](const std::string& kind, const std::string& words,
                          const std::string& target) {
    return markdown(para(R"({"t":")" + kind + R"(","c":[["",[],[]],[)" + str(words) + R"(],[")" +
                         target + R"(",""]]})"));
  };
  CHECK(leading("Image", "a ] b", "x.png") == "![a \\] b](x.png)\n");
  CHECK(leading("Link", "se [1", "https://x.se") == "[se \\[1](https://x.se)\n");
  CHECK(leading("Link", "https://x.se", "https://x.se") == "https://x.se\n");
  CHECK(leading("Link", "a@x.se", "mailto:a@x.se") == "a@x.se\n");
  CHECK(leading("Link", "blankett.pdf", "blankett.pdf") == "[blankett.pdf](blankett.pdf)\n");
}

TEST_CASE("a note that LibreOffice took into a link stands after it", "[word]") {
  const auto note = R"({"t":"Note","c":[)" + para(str("not")) + "]}";
  const auto link = [&](const std::string& target) {
    return R"({"t":"Link","c":[["",[],[]],[)" + str("a") + "," + note + R"(],[")" + target +
           R"(",""]]})";
  };
  CHECK(markdown(para(link("https://a.se") + "," + str("b"))) ==
        "[a](https://a.se)[^1]b\n\n[^1]: not\n");
  CHECK(markdown(para(link("#x") + "," + str("b"))) == "a[^1]b\n\n[^1]: not\n");
}

TEST_CASE("a million beginnings without an end take no longer than their length", "[word]") {
  for (const auto* const beginning : {"[", "&", "[[a"}) {
    std::string text;
    while (text.size() < 1'000'000)
      text += beginning;
    CHECK(markdown(para(str(text))).size() >= text.size());
  }
}

TEST_CASE("references are links to a handbook, both ways", "[word]") {
  auto text = read(para(str("Se [[RUT-002#gor-sa-har|att") + "," + space + "," + str("utreda]],") +
                        "," + str("[[sosfs-2011-9/5:3]].")));
  link_references(text.blocks);
  const auto& inlines = text.blocks[0].inlines;
  REQUIRE(inlines.size() == 5);
  CHECK(inlines[1].target == "handbok:RUT-002%23gor-sa-har");
  CHECK(plain_text(inlines[1].inlines) == "att utreda");
  const auto again = read_tree(*parse_json(to_text(write_tree(text.blocks, {}))));
  CHECK(write_markdown(again->blocks, 0) ==
        "Se [[RUT-002#gor-sa-har|att utreda]],[[sosfs-2011-9/5:3]].\n");
}

TEST_CASE("footnotes stand at the end, in the order of their marks", "[word]") {
  const auto note = [](const std::string& blocks) { return dressed("Note", blocks); };
  CHECK(markdown(para(str("a") + "," + note(para(str("Ett."))) + "," + str("b") + "," +
                      note(para(str("Två.")) + "," + para(str("Mer."))))) ==
        "a[^1]b[^2]\n\n[^1]: Ett.\n[^2]: Två.\n\n    Mer.\n");
}

TEST_CASE("tracked changes and comments are counted, whoever made them", "[word]") {
  const auto marked = [](const std::string& name) {
    return R"({"t":"Span","c":[["",[")" + name + R"("],[["author","x"]]],[)" + str("ord") + "]]}";
  };
  const auto json = parse_json(
      R"({"blocks":[)" +
      para(marked("insertion") + "," + marked("deletion") + "," + marked("comment-start")) + "]}");
  const auto marks = count_marks(*json);
  CHECK(marks.tracked == 2);
  CHECK(marks.comments == 1);
}

TEST_CASE("what is not pandoc's is no tree", "[word]") {
  CHECK_FALSE(read_tree(*parse_json("{}")));
  CHECK_FALSE(read_tree(*parse_json("[1]")));
  CHECK(
      read(R"({"t":"Para","c":7},{"t":"Table","c":[]},{"t":"OrderedList"},5,null)").blocks.empty());
  CHECK_FALSE(parse_json("{\"a\":"));
}

TEST_CASE("the card is the first table, if its first cell says so", "[word]") {
  auto text = read(
      table(row(cell("Dokumenttyp") + "," + cell("Rutin (RUT)")),
            row(cell("Ägare:") + "," + cell("KSA")) + "," + row(cell("Färg") + "," + cell("röd"))) +
      "," + para(str("Text.")));
  const auto card = take_card(text.blocks);
  REQUIRE(card);
  CHECK(code_in(card->value(CardRow::type)) == "RUT");
  CHECK(card->value(CardRow::owner) == "KSA");
  CHECK(card->value(CardRow::title).empty());
  CHECK(card->unknown_rows == std::vector<std::string>{"Färg"});
  CHECK(text.blocks.size() == 1);
  CHECK_FALSE(take_card(text.blocks));
  std::size_t end = 0;
  const std::string lines = "\n| Document type | RUT |\n|---|---|\n| Title | X |\n\nText\n";
  const auto read_lines = read_card_lines(lines, end);
  REQUIRE(read_lines);
  CHECK(read_lines->value(CardRow::title) == "X");
  CHECK(lines.substr(end) == "\nText\n");
  const auto barred = read_card_lines("| Dokumenttyp | RUT |\nTitel\n", end);
  REQUIRE(barred);
  CHECK(barred->values.size() == 1);
  CHECK(read_card_lines("| Dokumenttyp | a \\| b |", end)->value(CardRow::type) == "a | b");
  CHECK_FALSE(read_card_lines("Text\n", end));
  CHECK_FALSE(read_card_lines("| a | b |\n", end));
}

TEST_CASE("invisible letters of Word's are left behind", "[word]") {
  CHECK(clean_text("mjuk\xC2\xAD\x07streck\xE2\x80\x8B o\xCC\x88") == "mjukstreck ö");
  CHECK(clean_text("5\xE2\x80\xA8\x36\t7\xC2\x85\x38") == "5 6 7 8");
}

}  // namespace handbok::word
