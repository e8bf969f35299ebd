// A Word document before pandoc reads it, and whether every word of it came along.
#include <catch2/catch.hpp>

#include "base/zip_archive.hpp"
#include "support/word_document.hpp"
#include "word/kept_words.hpp"
#include "word/list_labels.hpp"
#include "word/page_head.hpp"
#include "word/prepare_document.hpp"

namespace handbok::word {
namespace {

/// A list with an item of each text, as pandoc counts.
Blocks list(int first, const std::vector<std::string>& items) {
  Blocks blocks(1);
  blocks.front().kind = BlockKind::ordered_list;
  blocks.front().level = first;
  for (const auto& item : items)
    blocks.front().items.push_back(paragraph(item));
  return blocks;
}

}  // namespace

TEST_CASE("an archive that was written can be read", "[word]") {
  const auto archive = write_zip({{"a.xml", "ett"}, {"b/c", ""}});
  CHECK(part_of(archive, "a.xml") == "ett");
  CHECK(read_zip_directory(archive)->size() == 2);
}

TEST_CASE("the head that an export got is known again; anything more in it is told", "[word]") {
  const PageHead head{"RUT-010 Ärenden & annat, utgåva 2. Utkast.", "Sida"};
  const auto style = with_page_head(
      write_zip({{"word/header1.xml",
                  "<w:p><w:r><w:t>HANDBOK-SHEET</w:t></w:r><w:r><w:t>HANDBOK-PAGE </w:t></w:r>"
                  "<w:r><w:t>1</w:t></w:r></w:p>"}}),
      head);
  const auto edge = part_of(style, "word/header1.xml");
  CHECK(edge.find("Ärenden &amp; annat, utgåva 2. Utkast.") != std::string::npos);
  CHECK(edge.find("HANDBOK") == std::string::npos);
  const auto properties =
      "<property name=\"x\"><vt:lpwstr>a</vt:lpwstr></property><property name=\"" +
      std::string(page_head_property) +
      "\"><vt:lpwstr>RUT-010 Ärenden &amp; annat, utgåva 2. Utkast. Sida</vt:lpwstr></property>";
  const auto lost = [&](const std::string& header, const std::string& custom) {
    return find_lost_words(write_zip({{"word/header1.xml", header},
                                      {"word/document.xml", "<w:p/>"},
                                      {"docProps/custom.xml", custom}}),
                           MarkedText::accepted, {})
        .size();
  };
  CHECK(lost(edge, properties) == 0);
  CHECK(lost("<w:p><w:t>" + property_of(head) + " 3 (12)</w:t></w:p>", {}) == 1);
  CHECK(lost(edge + "<w:p><w:r><w:t>Gäller natt</w:t></w:r></w:p>", properties) == 1);
  CHECK(with_page_head("no archive", head) == "no archive");
}

TEST_CASE("what pandoc passes over is written so that it reads it", "[word]") {
  check_prepared("<w:p><w:r><w:t>x</w:t></w:r></w:p>", "<w:p><w:r><w:t>x</w:t></w:r></w:p>");
  check_prepared(R"(<w:fldSimple w:instr="SEQ"><w:r><w:t>1</w:t></w:r></w:fldSimple>)",
                 "<w:r><w:t>1</w:t></w:r>");
  check_prepared("<w:instrText> SEQ Table </w:instrText>",
                 "<w:instrText> SEQ Tabell </w:instrText>");
  check_prepared(R"(<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>)",
                 "<w:r><w:t>→</w:t></w:r>");
  check_prepared(R"(<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>&#xF0FC;</w:t></w:r>)",
                 R"(<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>✓</w:t></w:r>)");
  check_prepared("<w:r><w:rPr><w:dstrike/></w:rPr></w:r>", "<w:r><w:rPr><w:strike/></w:rPr></w:r>");
  check_prepared(R"(<w:pPr><w:pStyle w:val="Rubrik1"/><w:numPr><w:ilvl/></w:numPr></w:pPr>)",
                 R"(<w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr>)");
}

TEST_CASE("a paragraph with the level of a heading is one, whatever its style is called",
          "[word]") {
  const auto heading = [](const std::string& properties) {
    const auto body = "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>a</w:t></w:r></w:p>";
    const auto bytes = prepare_document(document(body), MarkedText::accepted).bytes;
    const auto text = part_of(bytes, "word/document.xml");
    const auto at = text.find("HandbokHeading");
    const auto styles = part_of(bytes, "word/styles.xml");
    const bool is_known = styles.find("HandbokHeading") != std::string::npos;
    CHECK(is_known == (at != std::string::npos));
    return at == std::string::npos ? std::string() : text.substr(at + 14, 1);
  };
  CHECK(heading(R"(<w:outlineLvl w:val="0"/>)") == "1");
  CHECK(heading(R"(<w:pStyle w:val="Del"/>)") == "2");
  CHECK(heading(R"(<w:pStyle w:val="Del"/><w:outlineLvl w:val="9"/>)").empty());
  CHECK(heading(R"(<w:pStyle w:val="Rubrik1"/><w:outlineLvl w:val="2"/>)").empty());
  check_prepared(R"(<w:tc><w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:p></w:tc>)",
                 R"(<w:tc><w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:p></w:tc>)");
}

TEST_CASE("hidden rows and cells that were deleted are left out and told", "[word][read-back]") {
  const std::string row =
      "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>dold</w:t></w:r></w:p></w:tc>"
      "<w:tc><w:p><w:r><w:t>rad</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>a</w:t>"
      "</w:r></w:p></w:tc></w:tr></w:tbl>";
  check_prepared(row,
                 "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
  CHECK(lost_in(row) == Words{"dold rad"});
  CHECK(lost_words(row, "a").empty());
  CHECK(lost_words(row, "dold rad a") == Words{"+dold rad"});
  const std::string cell =
      "<w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p><w:r><w:t>bort</w:t></w:r></w:p></w:tc>"
      "<w:tc><w:tcPr><w:cellIns/></w:tcPr><w:p><w:r><w:t>ny</w:t></w:r></w:p></w:tc></w:tr>";
  check_prepared(cell,
                 "<w:tr><w:tc><w:tcPr><w:cellIns/></w:tcPr><w:p><w:r><w:t>ny</w:t></w:r></w:p>"
                 "</w:tc></w:tr>");
  CHECK(prepare_document(document(cell), MarkedText::accepted).taken_cells == 1);
  CHECK(lost_words(cell, "ny").empty());
  CHECK(lost_words(cell, "bort") == Words{"ny"});
  CHECK(part_of(prepare_document(document(cell), MarkedText::rejected).bytes, "word/document.xml")
            .find("ny") == std::string::npos);
}

TEST_CASE("what is not to be read is left out", "[word]") {
  check_prepared("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r></w:p>", "<w:p></w:p>");
  check_prepared(R"(<w:r><w:rPr><w:vanish w:val="0"/></w:rPr></w:r>)",
                 R"(<w:r><w:rPr><w:vanish w:val="0"/></w:rPr></w:r>)");
  check_prepared("<w:tr><w:trPr><w:del/></w:trPr><w:tc/></w:tr><w:tr/>", "<w:tr/>");
  check_prepared(R"(<w:sdt><w:docPartGallery w:val="Table of Contents"/></w:sdt>)", "");
  check_prepared(R"(<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr></w:p>)", "");
  CHECK(lost_in("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r></w:p>") ==
        Words{"dolt"});
  CHECK(lost_in(
            R"(<w:p><w:r><w:rPr><w:rStyle w:val="Dold"/></w:rPr><w:t>även så</w:t></w:r></w:p>)") ==
        Words{"även så"});
  CHECK(lost_in(R"(<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>)") == Words{"Webdings"});
}

TEST_CASE("lines that tabs set in columns are named, a label with a tab is not", "[word]") {
  const auto line = [](const std::string& before, const std::string& after) {
    return "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>" + before +
           "</w:t><w:tab/></w:r><w:r><w:t>" + after + "</w:t></w:r></w:p>";
  };
  const std::string other = "<w:p><w:r><w:t>Text.</w:t></w:r></w:p>";
  const auto columns = line("Namn", "Telefon") + "<w:p/>" + line("Ada", "12");
  CHECK(lost_in(columns + line("Bo", "13") + other) == Words{"Namn Telefon"});
  CHECK(lost_in(line("•", "Ring") + line("•", "Vänta") + other + columns) ==
        Words{"• Ring", "Namn Telefon"});
  CHECK(lost_in(line("Datum:", "1 maj") + other + line("Plats:", "Sal 1")).empty());
  CHECK(lost_in(line("Datum:", "") + line("", "Namn:")).empty());
  CHECK(lost_in(R"(<w:sdt><w:docPartGallery w:val="Table of Contents"/>)" + columns + "</w:sdt>")
            .empty());
}

TEST_CASE("wrappers are taken off, and what stands twice is read once", "[word]") {
  check_prepared("<w:customXml><w:p><w:smartTag><w:r/></w:smartTag></w:p></w:customXml>",
                 "<w:p><w:r/></w:p>");
  check_prepared(
      "<mc:AlternateContent><mc:Choice><w:r><w:t>a</w:t></w:r></mc:Choice><mc:Fallback><w:r>"
      "<w:t>a</w:t></w:r></mc:Fallback></mc:AlternateContent>",
      "<w:r><w:t>a</w:t></w:r>");
}

TEST_CASE("a box of an old form is a sign after its field", "[word]") {
  const auto box = [](const std::string& looks) {
    const auto field = R"(<w:r><w:fldChar w:fldCharType="begin"><w:checkBox>)" + looks +
                       R"(</w:checkBox></w:fldChar></w:r>)";
    const std::string end = R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)";
    const auto text = part_of(prepare_document(document(field + end), MarkedText::accepted).bytes,
                              "word/document.xml");
    return text.substr(field.size() + end.size());
  };
  CHECK(box(R"(<w:default w:val="0"/>)") == R"(<w:r><w:t xml:space="preserve">☐ </w:t></w:r>)");
  CHECK(box(R"(<w:default w:val="0"/><w:checked/>)") ==
        R"(<w:r><w:t xml:space="preserve">☒ </w:t></w:r>)");
}

/// The paragraphs of a document with one list of two levels, in which each has its list and level:
/// "list label" of each.
class Numbered {
public:
  explicit Numbered(const std::string& levels) : levels_(levels) {}

  std::string item(const std::string& number, int level) {
    const auto item = labels().next(number, level);
    return item.list + " " + item.label;
  }

  std::string rewritten() { return labels().rewritten(part()); }

private:
  std::string part() const {
    return R"(<w:numbering><w:abstractNum w:abstractNumId="1">)" + levels_ +
           R"(</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>)"
           R"(<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="7">)"
           R"(<w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>)"
           R"(</w:lvlOverride></w:num></w:numbering>)";
  }

  ListLabels& labels() {
    if (!is_read_) labels_.read(part());
    is_read_ = true;
    return labels_;
  }

  std::string levels_;
  ListLabels labels_;
  bool is_read_ = false;
};

std::string level(int at, const std::string& format, const std::string& text) {
  return "<w:lvl w:ilvl=\"" + std::to_string(at) + R"("><w:start w:val="1"/><w:numFmt w:val=")" +
         format + R"("/><w:lvlText w:val=")" + text + R"("/></w:lvl>)";
}

TEST_CASE("lists of one abstract list count on, and begin anew where they say so", "[word]") {
  Numbered lists(level(0, "decimal", "%1."));
  CHECK(lists.item("5", 0) == "1000000 ");
  CHECK(lists.item("5", 0) == "1000000 ");
  CHECK(lists.item("6", 0) == "1000000 ");
  CHECK(lists.item("7", 0) == "1000001 ");
  CHECK(lists.item("7", 0) == "1000001 ");
  CHECK(lists.item("5", 0) == "1000001 ");
  CHECK(lists.item("9", 0) == "9 ");
  CHECK(lists.rewritten().ends_with(
      R"(<w:num w:numId="1000001"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">)"
      R"(<w:startOverride w:val="3"/></w:lvlOverride></w:num></w:numbering>)"));
}

TEST_CASE("a label that Markdown's lists do not show is written as words", "[word]") {
  const auto labels = [](const std::string& format, const std::string& text, int count) {
    Numbered lists(level(0, format, text));
    std::string last;
    for (int i = 0; i < count; ++i)
      last = lists.item("5", 0);
    return last.substr(2);
  };
  CHECK(labels("lowerLetter", "%1)", 2) == "b)");
  CHECK(labels("upperLetter", "(%1)", 28) == "(BB)");
  CHECK(labels("upperRoman", "%1.", 9) == "IX.");
  CHECK(labels("decimalZero", "%1.", 3) == "03.");
  CHECK(labels("decimal", "Steg %1: 100 %", 4) == "Steg 4: 100 %");
  CHECK(labels("bullet", "•", 2).empty());

  Numbered nested(level(0, "lowerLetter", "%1)") + level(1, "decimal", "%1.%2"));
  CHECK(nested.item("5", 0) == "5 a)");
  CHECK(nested.item("5", 1) == "5 a.1");
  CHECK(nested.item("5", 1) == "5 a.2");
  CHECK(nested.item("6", 0) == "6 b)");
  CHECK(nested.item("6", 1) == "6 b.1");
  CHECK(nested.rewritten().find("decimal") == std::string::npos);
}

TEST_CASE("a bullet that is a box to tick is written as one", "[word]") {
  const auto bullet = [](const std::string& sign, const std::string& font) {
    Numbered lists(R"(<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=")" + sign +
                   R"("/><w:rPr><w:rFonts w:ascii=")" + font + R"("/></w:rPr></w:lvl>)");
    return lists.item("5", 0);
  };
  CHECK(bullet("☐", "Segoe UI Symbol") == "5 ☐");
  CHECK(bullet("\uF0A8", "Wingdings") == "5 ☐");
  CHECK(bullet("o", "Courier New") == "5 ");
  CHECK(bullet("\uF0B7", "Symbol") == "5 ");
  CHECK(bullet("", "Wingdings") == "5 ");
}

TEST_CASE("a paragraph of a list names it as Word counts", "[word]") {
  const auto numbering =
      R"(<w:numbering><w:abstractNum w:abstractNumId="1">)" + level(0, "lowerLetter", "%1)") +
      R"(</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>)"
      R"(</w:numbering>)";
  const std::string body =
      R"(<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr><w:pPrChange><w:pPr>)"
      R"(<w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:pPrChange></w:pPr></w:p>)";
  const auto prepared = prepare_document(document(body, numbering), MarkedText::accepted).bytes;
  const auto text = part_of(prepared, "word/document.xml");
  CHECK(text.ends_with(R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r>)"
                       R"(<w:t xml:space="preserve">a) </w:t></w:r></w:p>)"));
  CHECK(part_of(prepared, "word/numbering.xml").find("lowerLetter") == std::string::npos);
}

TEST_CASE("Strict Open XML is known by its name", "[word]") {
  const auto strict = document("http://purl.oclc.org/ooxml/wordprocessingml/main");
  CHECK(prepare_document(strict, MarkedText::accepted).is_strict);
  CHECK_FALSE(prepare_document(document("<w:p/>"), MarkedText::accepted).is_strict);
  CHECK(prepare_document("no archive", MarkedText::accepted).bytes == "no archive");
}

TEST_CASE("each word of the document that was not read is named", "[word]") {
  const std::string body =
      "<w:p><w:r><w:t>Ring 10</w:t></w:r><w:del><w:r><w:t>bort</w:t></w:r>"
      "</w:del></w:p><w:p><w:r><w:t>efter 2,5 timmar.</w:t></w:r></w:p>";
  CHECK(lost_words(body, "Ring 10 – efter 2,5 timmar!").empty());
  CHECK(lost_words(body, "Ring efter 2,5 timmar.") == Words{"10"});
  CHECK(lost_words(body, "Ring 10 efter timmar.") == Words{"2 5"});
  CHECK(lost_words(body, "Ring alltid 10 efter 2,5 timmar.") == Words{"+alltid"});
  CHECK(lost_words("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t></w:r>", "e\u2011post")
            .empty());
}

// Each special treatment is switched off by giving the document as it was before it, and the text
// as pandoc alone reads it.

TEST_CASE("a raised digit that becomes an ordinary one is named", "[word][read-back]") {
  const auto number = [](const std::string& look) {
    return "<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr>" + look +
           "</w:rPr><w:t>3</w:t></w:r><w:r><w:t> mg</w:t></w:r></w:p>";
  };
  const auto raised = number(R"(<w:vertAlign w:val="superscript"/>)");
  CHECK(lost_words(raised, "10³ mg").empty());
  CHECK(lost_words(raised, "10^(3) mg").empty());
  CHECK(lost_words(raised, "103 mg") == Words{"10^3"});
  CHECK(lost_words(number(R"(<w:rStyle w:val="Upp"/>)"), "103 mg") == Words{"10^3"});
  CHECK(lost_words(number(R"(<w:vertAlign w:val="subscript"/>)"), "103 mg") == Words{"10_3"});
  CHECK(lost_words(number(R"(<w:vertAlign w:val="subscript"/>)"), "10₃ mg").empty());
  CHECK(lost_words(number({}), "103 mg").empty());
  CHECK(lost_words(number({}), "10³ mg") == Words{"103"});
}

TEST_CASE("text that Word hides and the reader would see is named", "[word][read-back]") {
  for (const auto* const look : {"<w:vanish/>", R"(<w:rStyle w:val="Dold"/>)"}) {
    const auto body = std::string("<w:p><w:r><w:t>Synlig.</w:t></w:r><w:r><w:rPr>") + look +
                      "</w:rPr><w:t> HEMLIGT</w:t></w:r></w:p>";
    CHECK(lost_words(body, "Synlig. HEMLIGT") == Words{"+HEMLIGT"});
    CHECK(lost_words(body, "Synlig.").empty());
  }
  const std::string contents =
      R"(<w:sdt><w:sdtPr><w:docPartGallery w:val="Table of Contents"/></w:sdtPr><w:sdtContent>)"
      "<w:p><w:r><w:t>Sida 2</w:t></w:r></w:p></w:sdtContent></w:sdt>"
      "<w:p><w:r><w:t>Syfte</w:t></w:r></w:p>";
  CHECK(lost_words(contents, "Sida 2 Syfte") == Words{"+Sida 2"});
  CHECK(lost_words(contents, "Syfte").empty());
}

TEST_CASE("fields, signs and boxes that pandoc passes over are named", "[word][read-back]") {
  CHECK(lost_words(R"(<w:p><w:r><w:t>Tabell </w:t></w:r><w:fldSimple><w:r><w:t>1</w:t></w:r>)"
                   "</w:fldSimple></w:p>",
                   "Tabell") == Words{"1"});
  const std::string arrow =
      R"(<w:p><w:r><w:t>Vid feber </w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>)"
      "<w:r><w:t> ring</w:t></w:r></w:p>";
  CHECK(lost_words(arrow, "Vid feber ring") == Words{"→"});
  CHECK(lost_words(arrow, "Vid feber → ring").empty());
  const std::string box =
      R"(<w:p><w:r><w:fldChar w:fldCharType="begin"><w:checkBox><w:default w:val="1"/></w:checkBox>)"
      R"(</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>Klar</w:t></w:r></w:p>)";
  CHECK(lost_words(box, "Klar") == Words{"☒"});
  CHECK(lost_words(box, "☒ Klar").empty());
}

TEST_CASE("a number that pandoc counts otherwise than Word is named", "[word][read-back]") {
  const auto numbering = [](const std::string& format, const std::string& text) {
    return R"(<w:numbering><w:abstractNum w:abstractNumId="1">)" + level(0, format, text) +
           R"(</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>)"
           R"(<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num></w:numbering>)";
  };
  const auto item = [](const std::string& list, const std::string& words,
                       const std::string& style = {}) {
    return R"(<w:p><w:pPr>)" + style + R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val=")" + list +
           R"("/></w:numPr></w:pPr><w:r><w:t>)" + words + "</w:t></w:r></w:p>";
  };
  const auto decimal = numbering("decimal", "%1.");
  const auto steps = item("5", "Ring") + item("6", "Vänta");
  CHECK(lost_words(steps, list(1, {"Ring", "Vänta"}), decimal).empty());
  auto anew = list(1, {"Ring"});
  anew.push_back(list(1, {"Vänta"}).front());
  CHECK(lost_words(steps, anew, decimal) == Words{"2 Vänta"});
  CHECK(lost_words(steps, list(1, {"Ring", "Vänta"}), numbering("lowerLetter", "%1)")) ==
        Words{"a Ring", "b Vänta"});
  auto points = list(1, {"Ring"});
  points.front().kind = BlockKind::bullet_list;
  CHECK(lost_words(item("5", "Ring"), points, numbering("bullet", "☐")) == Words{"☐ Ring"});
  CHECK(lost_words(item("5", "Ring"), points, numbering("bullet", "•")).empty());
  const auto heading = item("5", "Ansvar", R"(<w:pStyle w:val="Rubrik1"/>)");
  CHECK(lost_words(heading, list(1, {"Ansvar"}), decimal) == Words{"+1 Ansvar"});
  CHECK(lost_words(heading, paragraph("Ansvar"), decimal).empty());
  CHECK(in_words(prepare_document(document(heading, decimal), MarkedText::accepted).lost) ==
        Words{"1. Ansvar"});
}

TEST_CASE("words of a table within a cell are named if they are not read", "[word][read-back]") {
  const std::string body =
      "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>inre</w:t></w:r></w:p></w:tc></w:tr>"
      "</w:tbl><w:p><w:r><w:t>efter</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
  CHECK(lost_words(body, "efter") == Words{"inre"});
}

TEST_CASE("a note, a deleted row and a table of contents are read as Word shows them",
          "[word][read-back]") {
  const auto note = [](const std::string& words) {
    return find_lost_words(
        write_zip(
            {{"word/document.xml",
              R"(<w:p><w:r><w:t>Ring</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>)"},
             {"word/footnotes.xml",
              R"(<w:footnote w:id="1"><w:p><w:r><w:t>ingen</w:t></w:r></w:p></w:footnote>)"
              R"(<w:footnote w:id="2"><w:p><w:r><w:t>dag som natt</w:t></w:r></w:p></w:footnote>)"}}),
        MarkedText::accepted, {{}, paragraph(words), {}});
  };
  CHECK(in_words(note("Ring dag som natt")).empty());
  CHECK(in_words(note("Ring")) == Words{"dag som natt"});
  const std::string rows =
      "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>borta</w:t></w:r></w:p></w:tc></w:tr>"
      "<w:tr><w:tc><w:p><w:r><w:t>kvar</w:t></w:r></w:p></w:tc></w:tr>";
  CHECK(lost_words(rows, "kvar").empty());
  CHECK(lost_words(rows, "borta kvar") == Words{"+borta"});
  const std::string contents =
      R"(<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>Syfte 2</w:t></w:r></w:p>)"
      "<w:p><w:r><w:t>Syfte</w:t></w:r></w:p>";
  CHECK(lost_words(contents, "Syfte").empty());
  CHECK(lost_words(contents, "Syfte 2 Syfte") == Words{"+2 Syfte"});
  const std::string tick =
      R"(<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>&#xF0FC;</w:t></w:r>)";
  CHECK(lost_words(tick, "✓").empty());
  CHECK(lost_words(tick, "\uF0FC") == Words{"✓"});
}

TEST_CASE("what a reader takes for another format is named word by word", "[word][read-back]") {
  const std::string strict =
      R"(<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:p><w:r><w:t>)"
      "Ring 112</w:t></w:r></w:p></w:document>";
  CHECK(lost_words(strict, Blocks()) == Words{"Ring 112"});
}

TEST_CASE("marks that the page of a draft shows, and words that it does not, are named",
          "[word][read-back]") {
  const auto changed = [](const Blocks& blocks, const Words& page) {
    ShownWords shown;
    for (const auto& word : page)
      shown.push_back({word, word.ends_with('.')});
    return in_words(find_changed_words(blocks, shown));
  };
  Blocks bold = paragraph("");
  Inline strong;
  strong.kind = InlineKind::strong;
  strong.inlines = {text_inline("(fet)")};
  bold.front().inlines = {strong, text_inline("efter, 2*5")};
  CHECK(changed(bold, {"(fet)efter,", "2*5"}).empty());
  CHECK(changed(bold, {"**(fet)**efter,", "2*5"}) == Words{"+* *", "+* efter 2 *"});
  CHECK(changed(bold, {"(fet)efter,", "25"}) == Words{"2 * 5"});
  CHECK(changed(list(3, {"Ring", "Vänta"}), {"3.", "Ring", "4.", "Vänta"}).empty());
  CHECK(changed(list(3, {"Ring", "Vänta"}), {"3.", "Ring", "1.", "Vänta"}) == Words{"4 Vänta"});
  CHECK(changed(paragraph("[[RUT-001]] och [[RUT-002|dosen]]"), {"[[]]", "och", "dosen"}).empty());
  CHECK(changed(paragraph("[!AKUT] Ring"), {"Ring"}).empty());
}

}  // namespace handbok::word
