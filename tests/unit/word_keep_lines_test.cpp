// A text that comes back from Word keeps the lines of the text it builds on.
#include <catch2/catch.hpp>

#include "word/keep_lines.hpp"
#include "word/office_file.hpp"

namespace handbok::word {
namespace {

const std::string source =
    "\n## Syfte\nDen första raden\nfortsätter här.\n\n1. Ett steg som\n   går vidare\n"
    "   - en punkt\n2. Två\n\n| a | b |\n|:--|--:|\n| x | y |\n\n```sh\nkod  här\n```\n";
const std::string base =
    "## Syfte\n\nDen första raden fortsätter här.\n\n1. Ett steg som går vidare\n   - en punkt\n"
    "2. Två\n\n| a | b |\n|---|---|\n| x | y |\n\n```\nkod  här\n```\n";

std::string without_first_blank(const std::string& text) {
  return text.substr(text.find_first_not_of('\n'));
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("a text that nobody changed is the same, byte for byte", "[word]") {
  CHECK(keep_lines(base, base, source) == without_first_blank(source));
}

TEST_CASE("only what somebody changed has new lines", "[word]") {
  CHECK(keep_lines(replaced(base, "Två", "Två och mer"), base, source) ==
        replaced(without_first_blank(source), "Två", "Två och mer"));
  CHECK(keep_lines(replaced(base, "| x |", "| z |"), base, source) ==
        replaced(without_first_blank(source), "| x |", "| z |"));
  const auto moved = replaced(base, "   - en punkt\n", "- en punkt\n");
  CHECK(keep_lines(moved, base, source).find("\n- en punkt\n") != std::string::npos);
}

TEST_CASE("a new paragraph is broken, but no reference and no mark of a list", "[word]") {
  std::string words;
  for (int i = 0; i < 12; ++i)
    words += "ordet ordet ";
  const auto kept = keep_lines(words + "[[RUT-001|som har flera ord i sig]] - slut\n", {}, {});
  for (const auto& line : logical_lines(kept))
    CHECK(line.lead.empty());
  CHECK(kept.find("[[RUT-001|som har flera ord i sig]]") != std::string::npos);
  CHECK(kept.find("\n- slut") == std::string::npos);
  CHECK(kept.find('\n') < static_cast<std::size_t>(line_columns) + 1);
  CHECK(keep_lines("- " + words + "\n", {}, {}).find("\n  ordet") != std::string::npos);
}

TEST_CASE("code stays as it is, also code that holds a fence", "[word]") {
  const std::string code = "````sh\n```\na  b\nc\n```sh\n````\n\ntext\n";
  CHECK(keep_lines(code, {}, {}) == code);
  const std::string open = "```\n\na  b\n";
  CHECK(keep_lines(open, {}, {}).find("a  b\n") != std::string::npos);
}

TEST_CASE("a text with code in quotations and lists is the same, byte for byte", "[word]") {
  const std::string written =
      "> Kör detta,\n> och vänta\n> på svar:\n>\n> ```sh\n> a  b\n>\n> > c\n> 1. d\n> ```\n"
      "> Ett stycke\nsom går\nvidare.\n\nFöre ett\nstycke.\n\n"
      "- en punkt\n  som bryts\n\n  ~~~\n  - a\n\n    b\n  ~~~~\n- två\n  > 1. sagt\n  >    av "
      "någon\n  >\n"
      "  >    ```\n  >    x\n  >    ```\n\nSedan\n\n   ```\n   y\n  ```\n\nSist ett\nstycke.\n";
  const std::string common =
      "> Kör detta, och vänta på svar:\n>\n> ```sh\n> a  b\n>\n> > c\n> 1. d\n> ```\n"
      "> Ett stycke som går vidare.\n\nFöre ett stycke.\n\n"
      "- en punkt som bryts\n\n  ```\n  - a\n\n    b\n  ```\n- två\n  > 1. sagt av någon\n  >\n"
      "  >    ```\n  >    x\n  >    ```\n\nSedan\n\n```\ny\n```\n\nSist ett stycke.\n";
  CHECK(keep_lines(common, common, written) == written);
  const auto edited = replaced(common, "på svar:", "på ett svar:");
  CHECK(keep_lines(edited, common, written) == replaced(written,
                                                        "> Kör detta,\n> och vänta\n> på svar:\n",
                                                        "> Kör detta, och vänta på ett svar:\n"));
}

TEST_CASE("code that Word takes out of a quotation goes back into it", "[word]") {
  const std::string written = "> Gör\n> så:\n>\n> ~~~sh\n> a\n>\n> b\n> ~~~\n>\n> Klart.\n";
  const std::string common = "> Gör så:\n>\n> ```\n> a\n>\n> b\n> ```\n>\n> Klart.\n";
  const std::string from_word = "> Gör så:\n\n```\na\n\nb\n```\n\n> Klart.\n";
  CHECK(keep_lines(from_word, common, written) == written);
  CHECK(keep_lines(replaced(from_word, "så", "så här"), common, written) ==
        replaced(written, "> Gör\n> så:", "> Gör så här:"));
  CHECK(keep_lines(replaced(from_word, "b\n", "c\n\nd\n"), common, written) ==
        replaced(written, "> b\n", "> c\n>\n> d\n"));
  // What ends the author's fence needs the other one.
  CHECK(
      keep_lines(replaced(from_word, "b\n", "~~~\n"), common, written).find("```\na\n\n~~~\n```") !=
      std::string::npos);
}

TEST_CASE("code ends with the quotation or item that it stands in", "[word]") {
  const auto quoted = logical_lines("> ```\n> a\nett\nstycke\n");
  REQUIRE(quoted.size() == 2);
  CHECK(quoted[0].text == "a\n");
  CHECK(quoted[0].lead == "> ");
  CHECK(quoted[1].text == "ett stycke");
  const auto listed = logical_lines("- ~~~\n  a\n\n  b\nett\nstycke\n");
  REQUIRE(listed.size() == 2);
  CHECK(listed[0].text == "a\n\nb\n");
  CHECK(listed[0].depth == 1);
  CHECK(listed[1].text == "ett stycke");
  CHECK(logical_lines("```a`b\nc\n").size() == 1);
  CHECK(logical_lines("~~~\n```\n~~~\nett\nstycke\n").size() == 2);
  CHECK(logical_lines("```\n    ```\n```\nett\nstycke\n").size() == 2);
}

TEST_CASE("a line that goes on with a number or a dash begins no item", "[word]") {
  CHECK(logical_lines("Det var så\n2011. Sedan\n2) och\n    - nej\n").front().text ==
        "Det var så 2011. Sedan 2) och - nej");
  CHECK(logical_lines("> Det var så\n> 2011. Sedan\n").size() == 1);
  CHECK(logical_lines("- Det var så\n  2011. Sedan\n").size() == 1);
  CHECK(logical_lines("Så här:\n1. Ett\n2. Två\n   2011. Sedan\n- tre\n").size() == 4);
  CHECK(logical_lines("Ett\n- två\n* * *\nTre\n").size() == 4);
}

TEST_CASE("the parts of a text that are one line", "[word]") {
  const auto lines = logical_lines(source);
  REQUIRE(lines.size() == 9);
  CHECK(lines[0].text == "## Syfte");
  CHECK(lines[0].before == "\n");
  CHECK(lines[1].text == "Den första raden fortsätter här.");
  CHECK(lines[2].depth == 1);
  CHECK(lines[3].depth == 2);
  CHECK(lines[8].text == "kod  här\n");
  CHECK(lines[8].fence == "```");
  CHECK(logical_lines("a\\\nb\n").front().text == "a\nb");
}

namespace {

std::string number(std::size_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) {
    text += static_cast<char>(value % 256);
    value /= 256;
  }
  return text;
}

/// An archive of which only the directory is true.
std::string archive(const std::vector<std::string>& names, std::size_t size, int flags = 0) {
  const std::string start("PK\x03\x04....", 8);
  std::string directory;
  for (const auto& name : names) {
    directory += std::string("PK\x01\x02", 4) + number(0, 4) +
                 number(static_cast<std::size_t>(flags), 2) + number(0, 14) + number(size, 4) +
                 number(name.size(), 2) + number(0, 16) + name;
  }
  return start + directory + std::string("PK\x05\x06", 4) + number(0, 6) + number(names.size(), 2) +
         number(directory.size(), 4) + number(start.size(), 4) + number(0, 2);
}

std::optional<OfficeFault> fault_of(const std::string& bytes) {
  return look_at_office_file(bytes).fault;
}

}  // namespace

TEST_CASE("a file is judged before anything of it is unpacked", "[word]") {
  const auto good = archive({"[Content_Types].xml", "word/document.xml"}, 1000);
  CHECK_FALSE(fault_of(good));
  CHECK(look_at_office_file(good).unpacked_bytes == 2000);
  CHECK(fault_of(archive({"xl/workbook.xml"}, 10)) == OfficeFault::not_word);
  CHECK(fault_of(archive({"word/document.xml", "word/vbaProject.bin"}, 10)) == OfficeFault::macros);
  CHECK(fault_of(archive({"word/document.xml"}, 10, 1)) == OfficeFault::locked);
  CHECK(fault_of(archive({"word/document.xml"}, 200'000'000)) == OfficeFault::too_large);
  CHECK(fault_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == OfficeFault::locked);
  CHECK(fault_of("") == OfficeFault::not_word);
  for (std::size_t length = 0; length < good.size(); ++length)
    CHECK(fault_of(good.substr(0, length)) == OfficeFault::not_word);
}

}  // namespace handbok::word
