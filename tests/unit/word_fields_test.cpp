// What Word computes or moves, before pandoc reads it: fields, numbers of lists, raised digits.
#include <catch2/catch.hpp>

#include "support/word_document.hpp"
#include "word/kept_words.hpp"
#include "word/list_labels.hpp"
#include "word/prepare_document.hpp"

namespace handbok::word {
namespace {

std::string level(int at, const std::string& format, const std::string& text) {
  return "<w:lvl w:ilvl=\"" + std::to_string(at) + R"("><w:start w:val="1"/><w:numFmt w:val=")" +
         format + R"("/><w:lvlText w:val=")" + text + R"("/></w:lvl>)";
}

std::string field(const std::string& instruction, const std::string& result) {
  const std::string mark = R"(<w:r><w:fldChar w:fldCharType=")";
  return mark + R"(begin"/></w:r><w:r><w:instrText>)" + instruction + "</w:instrText></w:r>" +
         (result.empty() ? "" : mark + R"(separate"/></w:r>)" + result) + mark + R"(end"/></w:r>)";
}

}  // namespace

TEST_CASE("signs between words that pandoc passes over part them", "[word]") {
  check_prepared("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t><w:ptab w:alignment=\"right\"/></w:r>",
                 "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/></w:r>");
}

TEST_CASE("a field that is a table of contents is left out in every paragraph",
          "[word][read-back]") {
  const std::string contents =
      R"(<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \o </w:instrText>)"
      R"(</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Syfte</w:t></w:r><w:r>)"
      R"(<w:tab/><w:t>2</w:t></w:r></w:p><w:p><w:r><w:t>Ansvar</w:t></w:r><w:r><w:tab/></w:r><w:r>)"
      R"(<w:t>3</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>Text</w:t>)"
      R"(</w:r></w:p>)";
  const auto text = part_of(prepare_document(document(contents), MarkedText::accepted).bytes,
                            "word/document.xml");
  CHECK(text.find("Syfte") == std::string::npos);
  CHECK(text.find("Ansvar") == std::string::npos);
  CHECK(text.find("Text") != std::string::npos);
  CHECK(lost_in(contents).empty());
  CHECK(lost_words(contents, "Text").empty());
  CHECK(lost_words(contents, "Syfte Text") == Words{"+Syfte"});
}

TEST_CASE("a letter that is set larger begins the word after it", "[word][read-back]") {
  const std::string letter =
      R"(<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>E</w:t></w:r></w:p>)"
      R"(<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t>n gång</w:t></w:r></w:p>)";
  CHECK(lost_words(letter, "En gång").empty());
}

TEST_CASE("digits that were moved by hand are raised or lowered", "[word]") {
  const auto run = [](const std::string& looks, const std::string& text) {
    return "<w:p><w:r><w:rPr>" + looks + "</w:rPr><w:t>" + text + "</w:t></w:r></w:p>";
  };
  const std::string up = R"(<w:position w:val="8"/>)";
  const std::string down = R"(<w:position w:val="-6"/>)";
  check_prepared(run(up, "3"), run(R"(<w:vertAlign w:val="superscript"/>)" + up, "3"));
  check_prepared(run(down, "-2"), run(R"(<w:vertAlign w:val="subscript"/>)" + down, "-2"));
  check_prepared(run(up, "3 mg"), run(up, "3 mg"));
}

TEST_CASE("a link that leads nowhere in a draft is read as its words", "[word]") {
  check_prepared(R"(<w:instrText> HYPERLINK \l "b"</w:instrText>)",
                 R"(<w:instrText> REF \l "b"</w:instrText>)");
}

TEST_CASE("a row that begins further in has empty cells before it", "[word]") {
  const std::string row = R"(<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>)";
  check_prepared(row + "<w:tc/></w:tr>",
                 row + "<w:tc><w:p/></w:tc><w:tc><w:p/></w:tc><w:tc/></w:tr>");
}

TEST_CASE("a field shows what it comes to, and nothing that it is made of", "[word]") {
  const std::string seven = "<w:r><w:t>7</w:t></w:r>";
  const std::string no = "<w:r><w:t>nej</w:t></w:r>";
  const std::string end = "</w:instrText></w:r>";
  const std::string begin = "<w:r><w:instrText> = 1";
  check_prepared(field("IF " + end + field("REF a", seven) + begin, no),
                 field("IF " + end + begin, no));
  CHECK(lost_in(field(R"(EQ \f(1;2))", "")) == Words{R"(EQ \f(1;2))"});
  CHECK(lost_in(field(R"(SYMBOL 179 \f Symbol)", "")) == Words{R"(SYMBOL 179 \f Symbol)"});
  CHECK(lost_in(field("EQ", seven)).empty());
  CHECK(lost_in(field("XE ord", "")).empty());
  const std::string list =
      R"(<w:r><w:fldChar w:fldCharType="begin"><w:ddList><w:result w:val="1"/>)"
      R"(<w:default w:val="0"/><w:listEntry w:val="Ja"/><w:listEntry w:val="Nej"/></w:ddList>)"
      R"(</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>)";
  check_prepared(list, list + R"(<w:r><w:t xml:space="preserve">Nej</w:t></w:r>)");
}

TEST_CASE("a list inside a step does not begin the steps again", "[word]") {
  std::string part = R"(<w:numbering><w:abstractNum w:abstractNumId="1">)" +
                     level(0, "decimal", "%1.") + level(2, "decimal", "%3.") + "</w:abstractNum>";
  for (const std::string number : {"5", "6"}) {
    part += "<w:num w:numId=\"" + number + R"("><w:abstractNumId w:val="1"/>)";
    for (const std::string at : {"0", "2"})
      part += "<w:lvlOverride w:ilvl=\"" + at + R"("><w:startOverride w:val="1"/></w:lvlOverride>)";
    part += "</w:num>";
  }
  ListLabels labels;
  labels.read(part + "</w:numbering>");
  CHECK(labels.next("5", 0).number == "1.");
  CHECK(labels.next("6", 2).number == "1.");
  CHECK(labels.next("6", 2).number == "2.");
  CHECK(labels.next("5", 0).number == "2.");
  CHECK(labels.next("6", 0).number == "1.");
}

TEST_CASE("a cell that holds nothing but its number keeps it", "[word][read-back]") {
  const auto numbering =
      R"(<w:numbering><w:abstractNum w:abstractNumId="1">)" + level(0, "decimal", "%1.") +
      R"(</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>)";
  const std::string item =
      R"(<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr></w:p>)";
  const auto prepared =
      prepare_document(document("<w:tc>" + item + "</w:tc><w:tc>" + item + "</w:tc>", numbering),
                       MarkedText::accepted);
  const auto shown = [](const std::string& number) {
    return R"(<w:tc><w:p><w:r><w:t xml:space="preserve">)" + number + "</w:t></w:r></w:p></w:tc>";
  };
  CHECK(part_of(prepared.bytes, "word/document.xml") == shown("1.") + shown("2."));
  CHECK(lost_words("<w:tc>" + item + "</w:tc>", paragraph(""), numbering) == Words{"1"});
  CHECK(lost_words("<w:tc>" + item + "</w:tc>", paragraph("1."), numbering).empty());
}

TEST_CASE("a raised minus and a sign of the font Symbol are read", "[word][read-back]") {
  const auto run = [](const std::string& looks, const std::string& text) {
    return "<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr>" + looks + "</w:rPr><w:t>" + text +
           "</w:t></w:r></w:p>";
  };
  CHECK(lost_words(run(R"(<w:vertAlign w:val="superscript"/>)", "−3"), "10⁻³").empty());
  CHECK(lost_words(run(R"(<w:position w:val="6"/>)", "3"), "10³").empty());
  CHECK(lost_words(run(R"(<w:position w:val="6"/>)", "3"), "103") == Words{"10^3"});
  CHECK(lost_words(run(R"(<w:rFonts w:ascii="Symbol"/>)", "m"), "10μ").empty());
}

}  // namespace handbok::word
