#include "support/word_document.hpp"

#include <catch2/catch.hpp>

#include "base/zip_archive.hpp"
#include "word/prepare_document.hpp"

namespace handbok::word {
namespace {

constexpr std::size_t bytes_max = 100'000;

}  // namespace

std::string part_of(const std::string& archive, const std::string& name) {
  const auto entries = read_zip_directory(archive);
  REQUIRE(entries);
  for (const auto& entry : *entries) {
    if (entry.name == name) return *unpack(archive, entry, bytes_max);
  }
  return {};
}

std::string document(const std::string& body, const std::string& numbering) {
  return write_zip(
      {{"word/document.xml", body},
       {"word/numbering.xml", numbering},
       {"word/styles.xml",
        R"(<w:style w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>)"
        R"(<w:style w:styleId="Upp"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>)"
        R"(<w:style w:styleId="Dold"><w:rPr><w:vanish/></w:rPr></w:style>)"
        R"(<w:style w:styleId="Del"><w:name w:val="Del"/><w:outlineLvl w:val="1"/></w:style></w:styles>)"}});
}

void check_prepared(const std::string& body, const std::string& prepared) {
  CHECK(part_of(prepare_document(document(body), MarkedText::accepted).bytes,
                "word/document.xml") == prepared);
}

Words lost_in(const std::string& body) {
  Words lost;
  for (const auto& part : prepare_document(document(body), MarkedText::accepted).lost)
    lost.push_back(part.words);
  return lost;
}

Words in_words(const std::vector<LostPart>& parts) {
  Words words;
  for (const auto& part : parts)
    words.push_back((part.kind == LostKind::unseen ? "+" : "") + part.words);
  return words;
}

Words lost_words(const std::string& body, const Blocks& read, const std::string& numbering) {
  return in_words(find_lost_words(document(body, numbering), MarkedText::accepted, {{}, read, {}}));
}

Blocks paragraph(const std::string& words) {
  Blocks blocks(1);
  blocks.front().inlines = {text_inline(words)};
  return blocks;
}

Words lost_words(const std::string& body, const std::string& read) {
  return lost_words(body, paragraph(read));
}

}  // namespace handbok::word
