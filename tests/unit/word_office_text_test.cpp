#include <catch2/catch.hpp>

#include "base/zip_archive.hpp"
#include "support/text_parts.hpp"
#include "text/identity_number.hpp"
#include "word/office_text.hpp"
#include "word/xml_text.hpp"

namespace handbok::word {
namespace {

/// A Word document made by another program, its parts deflated: "Ring 811228", and in bold "-9874".
constexpr std::string_view deflated_hex =
    "504b03041400000008000000215cc71c173c0a00000008000000130000005b436f6e74656e745f54797065735d2e78"
    "6d6cb309a92c482dd6b70300504b03041400000008000000215c15ecd9c24c0000008600000011000000776f72642f"
    "646f63756d656e742e786d6cb329b74ac94f2ecd4dcd2bb1b329b74aca4fa904d10520a2084494d80565e6a52b5818"
    "1a1a1959d8e883044064115c415100984ad28788074075e95a5a989ba0a8d7071bab0fb3441fc96600504b01021400"
    "1400000008000000215cc71c173c0a000000080000001300000000000000000000008001000000005b436f6e74656e"
    "745f54797065735d2e786d6c504b010214001400000008000000215c15ecd9c24c0000008600000011000000000000"
    "000000000080013b000000776f72642f646f63756d656e742e786d6c504b0506000000000200020080000000b60000"
    "000000";

std::string bytes_of(std::string_view hex) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2)
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(at, 2)), nullptr, 16));
  return bytes;
}

IdentityNumber found_in_body(const std::string& body) {
  return find_identity_number(xml_text("<w:document><w:body>" + body + "</w:body></w:document>"));
}

}  // namespace

TEST_CASE("an archive is unpacked as far as it may be", "[word][zip]") {
  const auto bytes = bytes_of(deflated_hex);
  const auto entries = read_zip_directory(bytes);
  REQUIRE(entries);
  REQUIRE(entries->size() == 2);
  const auto& document = entries->back();
  CHECK(document.name == "word/document.xml");
  const auto whole = unpack(bytes, document, 134);
  REQUIRE(whole);
  CHECK(whole->size() == 134);
  CHECK(whole->starts_with("<w:document>"));
  // One byte less than it is: a bomb stops here, whatever its directory says.
  auto liar = document;
  liar.unpacked_bytes = 1;
  const auto bomb = unpack(bytes, liar, 133);
  REQUIRE_FALSE(bomb);
  CHECK(bomb.error() == ZipFault::too_large);
  auto cut = document;
  cut.packed_bytes -= 5;
  REQUIRE_FALSE(unpack(bytes, cut, 1000));
  CHECK(unpack(bytes, cut, 1000).error() == ZipFault::damaged);
  auto locked = document;
  locked.is_encrypted = true;
  CHECK(unpack(bytes, locked, 1000).error() == ZipFault::locked);
  auto beyond = document;
  beyond.offset = bytes.size();
  CHECK(unpack(bytes, beyond, 1000).error() == ZipFault::damaged);
  CHECK(inflate("no deflated bytes", 1000).error() == InflateFault::damaged);
  CHECK(inflate("", 1000).error() == InflateFault::damaged);
}

TEST_CASE("the words of an Office document are read, parts and names", "[word][zip]") {
  const auto bytes = bytes_of(deflated_hex);
  const auto office = office_text(bytes);
  CHECK_FALSE(office.fault);
  CHECK(has(office.text, "Ring 811228-9874"));
  CHECK(has(office.text, "word/document.xml|"));
  for (std::size_t length = 0; length < bytes.size(); ++length)
    CHECK(office_text(std::string_view(bytes).substr(0, length)).fault == OfficeTextFault::damaged);
}

TEST_CASE("a stretch of text stands together and what is apart stays apart", "[word]") {
  using enum IdentityNumber;
  CHECK(found_in_body("<w:p><w:r><w:t>8112</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/><w:sz "
                      "w:val=\"24\"/></w:rPr><w:t>28</w:t></w:r>\n  <w:ins w:id=\"1\"><w:r>"
                      "<w:noBreakHyphen/><w:t>9874</w:t></w:r></w:ins></w:p>") == certain);
  CHECK(found_in_body("<w:p><w:r><w:t>811228</w:t><w:tab/><w:t>9874</w:t></w:r></w:p>") ==
        possible);
  CHECK(found_in_body("<w:p><w:r><w:t>811228<![CDATA[-98]]><!-- x -->74</w:t></w:r></w:p>") ==
        certain);
  CHECK(found_in_body("<w:p><w:r><w:t>811228&#45;9874</w:t></w:r></w:p>") == certain);
  CHECK(found_in_body("<w:p><w:r><w:t>811228</w:t></w:r></w:p><w:p><w:r><w:t>-9874</w:t></w:r>"
                      "</w:p>") == none);
  // A number next to it in another element does not hide it.
  CHECK(found_in_body("<Pages>3</Pages><Title>811228-9874</Title><Words>20</Words>") == certain);
  // OpenDocument, and a table of numbers.
  CHECK(
      found_in_body("<text:p>811228<text:span text:style-name=\"T1\">-98</text:span>74</text:p>") ==
      certain);
  CHECK(found_in_body("<c><v>811228</v></c><c><v>9874</v></c>") == none);
}

TEST_CASE("what a reader does not see in the text is searched too", "[word]") {
  using enum IdentityNumber;
  CHECK(found_in_body("<w:p><w:r><w:t>Ring</w:t></w:r><w:del><w:r><w:delText>811228-9874"
                      "</w:delText></w:r></w:del></w:p>") == certain);
  CHECK(found_in_body("<w:p><!-- 811228-9874 --></w:p>") == certain);
  CHECK(found_in_body("<?note 811228-9874?><p/>") == certain);
  CHECK(found_in_body("<?xml:namespace prefix = o /><p>811228<b>-98</b>74</p>") == certain);
  CHECK(find_identity_number(xml_text("<!ENTITY who \"811228-9874\"><p/>")) == certain);
  CHECK(found_in_body("<wp:docPr descr=\"Foto > av 811228-9874\"/>") == certain);
  CHECK(found_in_body("<Relationship Target='mailto:811228-9874@example.org'/>") == certain);
  CHECK(found_in_body("<w:p w:rsidR=\"811228-9874\"/>") == none);  // no words
  // A deleted word in the middle does not part what is left.
  CHECK(found_in_body("<w:p><w:r><w:t>811228</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r>"
                      "</w:del><w:r><w:t>-9874</w:t></w:r></w:p>") == certain);
}

TEST_CASE("any bytes are taken as XML", "[word]") {
  for (const auto* const xml :
       {"", "<", "<a", "<a b", "<a b=", "<a b='", "<a b=\"x", "</", "<!--", "<![CDATA[", "<a/", ">",
        "</w:rPr>", "</w:delText>", "<a =>", "<a b=c>"}) {
    INFO(xml);
    CHECK_FALSE(has(xml_text(xml), "<"));
  }
  using namespace std::string_view_literals;
  CHECK(plain_text("\xFF\xFE\x38\x00\xE5\x00"sv) == "8å");
  CHECK(plain_text("\xFE\xFF\x00\x38"sv) == "8");
  CHECK(plain_text("\xE5"sv) == "\xE5");  // Latin-1: its digits are the same
  CHECK(plain_text("a\0b"sv).empty());
}

}  // namespace handbok::word
