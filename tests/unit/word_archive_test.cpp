// The archive that a Word document is, and what in it pandoc passes over.
#include <catch2/catch.hpp>

#include "base/zip_archive.hpp"
#include "word/lost_parts.hpp"
#include "word/office_file.hpp"
#include "word/xml_pieces.hpp"

namespace handbok::word {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t plenty = 100'000;

/// A thousand letters a, deflated.
const std::string thousand_letters("\x4B\x4C\x1C\x05\xA3\x60\x14\x0C\x77\x00\x00", 11);

std::string number(std::size_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) {
    text += static_cast<char>(value % 256);
    value /= 256;
  }
  return text;
}

struct Packed {
  std::string name;
  std::string bytes;
  std::size_t method = 0;  ///< 0: as they are, 8: deflated
};

std::string archive_of(const std::vector<Packed>& files) {
  std::string archive;
  std::string directory;
  for (const auto& file : files) {
    const auto start = archive.size();
    const auto sizes = number(file.bytes.size(), 4) + number(file.bytes.size(), 4);
    archive += "PK\x03\x04" + number(20, 2) + number(0, 2) + number(file.method, 2) + number(0, 8) +
               sizes + number(file.name.size(), 2) + number(0, 2) + file.name + file.bytes;
    directory += "PK\x01\x02" + number(20, 4) + number(0, 2) + number(file.method, 2) +
                 number(0, 8) + sizes + number(file.name.size(), 2) + number(0, 12) +
                 number(start, 4) + file.name;
  }
  const auto place = number(directory.size(), 4) + number(archive.size(), 4);
  return archive + directory + "PK\x05\x06" + number(0, 4) + number(files.size(), 2) +
         number(files.size(), 2) + place + number(0, 2);
}

const std::string relationships =
    R"(<?xml version="1.0"?><Relationships>)"
    R"(<Relationship Id="rId1" Type="http://x/image" Target="media/a.png"/>)"
    R"(<r:Relationship Type='http://x/image' TargetMode='External' Target="//y/b.png" Id='rId2' />)"
    R"(<Relationship Id="rId3" Type="http://x/hyperlink" Target="http://z" TargetMode="External"/>)"
    "</Relationships>";

/// "linked_image:words" for each part that is lost.
std::vector<std::string> lost(const std::string& body, MarkedText marked = MarkedText::accepted) {
  static const std::vector<std::string> names = {"linked_image", "text_box", "chart", "drawing",
                                                 "object"};
  const auto bytes = archive_of({{"word/document.xml", "<w:document>" + body + "</w:document>"},
                                 {"word/_rels/document.xml.rels", relationships}});
  std::vector<std::string> found;
  for (const auto& part : find_lost_parts(bytes, marked))
    found.push_back(names.at(static_cast<std::size_t>(part.kind)) + ":" + part.words);
  return found;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("the files of an archive are listed and unpacked", "[word]") {
  const auto bytes = archive_of({{"a.txt", "hej"}, {"b.txt", thousand_letters, 8}});
  const auto entries = read_zip_directory(bytes);
  REQUIRE(entries);
  REQUIRE(entries->size() == 2);
  CHECK(entries->front().name == "a.txt");
  CHECK(*unpack(bytes, entries->front(), plenty) == "hej");
  CHECK(*unpack(bytes, entries->back(), 1000) == std::string(1000, 'a'));
  CHECK_FALSE(unpack(bytes, entries->front(), 2));
  CHECK_FALSE(unpack(bytes, entries->back(), 999));
}

TEST_CASE("what the directory says of a file is not believed", "[word]") {
  const auto bytes = archive_of({{"a.txt", "hej"}, {"b.txt", thousand_letters, 8}});
  const auto entries = read_zip_directory(bytes);
  REQUIRE(entries);
  const auto unpacked_with = [&](const auto& change) {
    auto entry = entries->back();
    change(entry);
    return unpack(bytes, entry, plenty).has_value();
  };
  CHECK(unpacked_with([](ZipEntry& entry) { entry.unpacked_bytes = 1; }));
  CHECK_FALSE(unpacked_with([](ZipEntry& entry) { entry.is_encrypted = true; }));
  CHECK_FALSE(unpacked_with([](ZipEntry& entry) { entry.method = 12; }));
  CHECK_FALSE(unpacked_with([](ZipEntry& entry) { entry.offset = 1; }));
  CHECK_FALSE(unpacked_with([&](ZipEntry& entry) { entry.offset = bytes.size() - 5; }));
  CHECK_FALSE(unpacked_with([](ZipEntry& entry) { entry.offset = 0xFFFFFFFF; }));
  CHECK_FALSE(unpacked_with([](ZipEntry& entry) { entry.packed_bytes = 3; }));
  CHECK_FALSE(unpacked_with([](ZipEntry& entry) { entry.packed_bytes = 0xFFFFFFFF; }));
  CHECK_FALSE(unpack("PK", entries->front(), plenty));
  CHECK_FALSE(inflate("\xFF\xFF\xFF", plenty));
  CHECK_FALSE(inflate("", plenty));
}

TEST_CASE("a file that is being copied is an archive without an end", "[word]") {
  const auto whole = archive_of({{"word/document.xml", "text"}});
  CHECK_FALSE(is_cut_short(whole));
  CHECK_FALSE(is_cut_short("hej"));
  CHECK(is_cut_short(""));
  for (std::size_t size = 4; size < whole.size(); ++size)
    CHECK(is_cut_short(std::string_view(whole).substr(0, size)));
}

TEST_CASE("XML is read piece by piece, whatever it is like", "[word]") {
  XmlReader reader("<?xml?><!-- <a> --><w:p a='1>2' w:b=\"x&amp;&#229;\">a &lt; b<br/></w:p><");
  CHECK(reader.next()->content == "xml?");
  const auto comment = reader.next();
  REQUIRE(comment);
  CHECK(comment->kind == XmlPieceKind::aside);
  CHECK(comment->content == " <a> ");
  const auto opening = reader.next();
  REQUIRE(opening);
  CHECK(opening->name == "p");
  CHECK_FALSE(opening->is_empty);
  CHECK(attribute(*opening, "a") == "1>2");
  CHECK(attribute(*opening, "b") == "x&å");
  CHECK(attribute(*opening, "c").empty());
  const auto text = reader.next();
  REQUIRE(text);
  CHECK(characters(*text) == "a < b");
  const auto empty = reader.next();
  REQUIRE(empty);
  CHECK(empty->is_empty);
  CHECK(reader.next()->kind == XmlPieceKind::closing);
  CHECK(reader.next()->name.empty());
  CHECK_FALSE(reader.next());
  const std::string_view no_entities = "&nej; &#0; &#xD800; &#x110000; & &amp";
  CHECK(characters({XmlPieceKind::text, {}, no_entities, false}) == no_entities);
  CHECK(characters(*XmlReader("<![CDATA[a &lt; <b>]]>").next()) == "a &lt; <b>");
  CHECK(attribute({XmlPieceKind::opening, "a", " b", false}, "b").empty());
  CHECK(attribute({XmlPieceKind::opening, "a", " b=", false}, "b").empty());
  CHECK(attribute({XmlPieceKind::opening, "a", " c=d b='e'", false}, "b") == "e");
  CHECK(attribute({XmlPieceKind::opening, "a", " b=\"c", false}, "b") == "c");  // as far as it goes
}

TEST_CASE("a picture that lies outside of the document is found", "[word]") {
  const std::string before = "<w:p><w:r><w:t>Se kartan</w:t></w:r></w:p>";
  const std::string described =
      R"(<w:drawing><wp:docPr descr="En karta"/><a:blip r:link="rId2"/></w:drawing>)";
  const std::string plain =
      R"(<w:p><w:drawing><wp:docPr/><a:blip r:embed="rId2"/></w:drawing></w:p>)";
  CHECK(lost(described) == Found{"linked_image:En karta"});
  CHECK(lost(before + plain) == Found{"linked_image:Se kartan"});
  CHECK(lost(R"(<w:pict><v:shape alt="Hus"/><v:imagedata r:id="rId2"/></w:pict>)") ==
        Found{"linked_image:Hus"});
  CHECK(lost(R"(<a:blip r:embed="rId2"/>)") == Found{"linked_image:"});
  CHECK(lost(R"(<a:blip r:embed="rId1"/><a:blip r:embed="rId1" r:link="rId2"/><a:blip/>)").empty());
  CHECK(lost(R"(<w:del w:id="1">)" + described + "</w:del>").empty());
  CHECK(lost(R"(<w:ins w:id="1">)" + described + "</w:ins>", MarkedText::rejected).empty());
  CHECK(lost(R"(<w:rPr><w:del w:id="1"/></w:rPr>)" + described).size() == 1);
}

TEST_CASE("text boxes, charts and objects are found, once each", "[word]") {
  const std::string box =
      "<w:txbxContent><w:p><w:t>Ring</w:t></w:p><w:p><w:t>112</w:t></w:p></w:txbxContent>";
  CHECK(lost("<mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box + "</mc:Fallback>") ==
        Found{"text_box:Ring 112"});
  CHECK(lost("<w:txbxContent><w:p/></w:txbxContent>").empty());
  CHECK(lost(R"(<w:txbxContent><a:blip r:embed="rId1"/></w:txbxContent>)") == Found{"text_box:"});
  CHECK(lost(R"(<c:chart r:id="rId1"/><d:relIds/>)") == Found{"chart:", "drawing:"});
  CHECK(lost(R"(<w:object><v:imagedata r:id="rId2"/><o:OLEObject/></w:object>)") ==
        Found{"object:"});
  CHECK(lost(R"(<wp:docPr descr="Karta"/><a:blip r:embed="rId1"/><w:object></w:object>)") ==
        Found{"object:"});
  CHECK(lost(R"(<wp:docPr descr="Karta"/><w:p/><w:altChunk r:id="rId1"/>)") == Found{"object:"});
  CHECK(lost("<w:p><w:t>Text</w:t></w:p>").empty());
}

TEST_CASE("Word on the web numbers the parts of a document", "[word]") {
  CHECK(is_part("word/document.xml", "document"));
  CHECK(is_part("word/document2.xml", "document"));
  for (const auto* const path : {"word/documents.xml", "word/document", "word/.xml", "document.xml",
                                 "word/x/document.xml", "word/document2.xml.rels", ""}) {
    INFO(path);
    CHECK_FALSE(is_part(path, "document"));
  }
  const auto numbered = archive_of(
      {{"word/document2.xml", R"(<a:blip r:embed="rId2"/>)"},
       {"word/_rels/document2.xml.rels", relationships},
       {"word/footnotes.xml", "<w:t>Not</w:t><w:txbxContent><w:t>x</w:t></w:txbxContent>"}});
  CHECK_FALSE(look_at_office_file(numbered).fault);
  CHECK(find_lost_parts(numbered, MarkedText::accepted).size() == 2);
}

TEST_CASE("nothing is found in what is no document", "[word]") {
  CHECK(find_lost_parts("hej", MarkedText::accepted).empty());
  CHECK(find_lost_parts(archive_of({{"word/document.xml", "<a:blip r:link=\xFF>"}}),
                        MarkedText::accepted)
            .empty());
}

}  // namespace handbok::word
