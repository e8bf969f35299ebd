// A Word document before pandoc reads it, and whether every word of it came along.
#include <catch2/catch.hpp>

#include "base/zip_archive.hpp"
#include "word/kept_words.hpp"
#include "word/prepare_document.hpp"

namespace handbok::word {
namespace {

constexpr std::size_t bytes_max = 100'000;

std::string part_of(const std::string& archive, const std::string& name) {
  const auto entries = read_zip_directory(archive);
  REQUIRE(entries);
  for (const auto& entry : *entries) {
    if (entry.name == name) return *unpack(archive, entry, bytes_max);
  }
  return {};
}

std::string document(const std::string& body, const std::string& numbering = {}) {
  return write_zip({{"word/document.xml", body},
                    {"word/numbering.xml", numbering},
                    {"word/styles.xml",
                     R"(<w:style w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>)"}});
}

void check_prepared(const std::string& body, const std::string& prepared) {
  CHECK(part_of(prepare_document(document(body), MarkedText::accepted).bytes,
                "word/document.xml") == prepared);
}

std::vector<std::string> lost_in(const std::string& body) {
  std::vector<std::string> lost;
  for (const auto& part : prepare_document(document(body), MarkedText::accepted).lost)
    lost.push_back(part.words);
  return lost;
}

using Words = std::vector<std::string>;

Words lost_words(const std::string& body, const std::string& read) {
  Text text;
  text.blocks.emplace_back().inlines = {text_inline(read)};
  return find_lost_words(document(body), MarkedText::accepted, text);
}

}  // namespace

TEST_CASE("an archive that was written can be read", "[word]") {
  const auto archive = write_zip({{"a.xml", "ett"}, {"b/c", ""}});
  CHECK(part_of(archive, "a.xml") == "ett");
  CHECK(read_zip_directory(archive)->size() == 2);
}

TEST_CASE("what pandoc passes over is written so that it reads it", "[word]") {
  check_prepared("<w:p><w:r><w:t>x</w:t></w:r></w:p>", "<w:p><w:r><w:t>x</w:t></w:r></w:p>");
  check_prepared(R"(<w:fldSimple w:instr="SEQ"><w:r><w:t>1</w:t></w:r></w:fldSimple>)",
                 "<w:r><w:t>1</w:t></w:r>");
  check_prepared(R"(<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>)",
                 "<w:r><w:t>→</w:t></w:r>");
  check_prepared(R"(<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>&#xF0FC;</w:t></w:r>)",
                 R"(<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>✓</w:t></w:r>)");
  check_prepared("<w:r><w:rPr><w:dstrike/></w:rPr></w:r>", "<w:r><w:rPr><w:strike/></w:rPr></w:r>");
  check_prepared(R"(<w:pPr><w:pStyle w:val="Rubrik1"/><w:numPr><w:ilvl/></w:numPr></w:pPr>)",
                 R"(<w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr>)");
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
  CHECK(lost_in(R"(<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>)") == Words{"Webdings"});
}

TEST_CASE("lists that Word counts on are one list", "[word]") {
  const std::string numbering =
      R"(<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>)"
      R"(</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>)"
      R"(<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="7">)"
      R"(<w:abstractNumId w:val="1"/><w:lvlOverride><w:startOverride/></w:lvlOverride></w:num>)";
  const auto list_of = [&](const std::string& number) {
    const auto body = "<w:numId w:val=\"" + number + "\"/>";
    return part_of(prepare_document(document(body, numbering), MarkedText::accepted).bytes,
                   "word/document.xml");
  };
  CHECK(list_of("5") == R"(<w:numId w:val="5"/>)");
  CHECK(list_of("6") == R"(<w:numId w:val="5"/>)");
  CHECK(list_of("7") == R"(<w:numId w:val="7"/>)");
}

TEST_CASE("Strict Open XML is known by its name", "[word]") {
  const auto strict = document("http://purl.oclc.org/ooxml/wordprocessingml/main");
  CHECK(prepare_document(strict, MarkedText::accepted).is_strict);
  CHECK_FALSE(prepare_document(document("<w:p/>"), MarkedText::accepted).is_strict);
  CHECK(prepare_document("no archive", MarkedText::accepted).bytes == "no archive");
}

TEST_CASE("each word of the document that was not read is named", "[word]") {
  const std::string body =
      "<w:p><w:r><w:t>Ring 10</w:t></w:r><w:r><w:t>3</w:t></w:r><w:del><w:r><w:t>bort</w:t></w:r>"
      "</w:del></w:p><w:p><w:r><w:t>efter 2,5 timmar.</w:t></w:r></w:p>";
  CHECK(lost_words(body, "Ring 10³ efter 2,5 timmar.").empty());
  CHECK(lost_words(body, "a) Ring 10³ – efter 2,5 timmar!").empty());
  CHECK(lost_words(body, "Ring 10 efter 2,5 timmar.") == Words{"103"});
  CHECK(lost_words(body, "Ring 103 efter timmar.") == Words{"2 5"});
}

}  // namespace handbok::word
