#include <catch2/catch.hpp>

#include "base/csv.hpp"

namespace handbok {
namespace {

using Rows = std::vector<CsvRow>;

TEST_CASE("the sign between cells is the one that the first line has most of", "[base][csv]") {
  CHECK(read_csv("a;b,c\n1;2\n") == Rows{{"a", "b,c"}, {"1", "2"}});
  CHECK(read_csv("a,b\n1,2") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(read_csv("a\tb\n1\t2\n") == Rows{{"a", "b"}, {"1", "2"}});
}

TEST_CASE("quoted cells hold separators, line ends and marks", "[base][csv]") {
  CHECK(read_csv("\"a;b\";\"c\nd\"\n\"e \"\"f\"\"\";\n") == Rows{{"a;b", "c\nd"}, {"e \"f\"", ""}});
}

TEST_CASE("what a spreadsheet adds is left out", "[base][csv]") {
  CHECK(read_csv("\xEF\xBB\xBF"
                 "a;b\r\n;\r\n 1 ;2\r\n") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(read_csv("").empty());
  for (const std::string cell : {"=1", "'=1", "''=1", "'", "'x", "-5"})
    CHECK(read_csv(write_csv({{"a", cell}})) == Rows{{"a", cell}});
}

TEST_CASE("Excel's own kinds of CSV are read", "[base][csv]") {
  const Rows rows{{"Krav", "Ansvar"}, {"Åtgärda – 5 €", "MAS"}};
  CHECK(read_csv("Krav;Ansvar\r\n\xC5tg\xE4rda \x96 5 \x80;MAS\r\n") == rows);
  CHECK(read_csv("sep=;\r\nKrav;Ansvar\r\nÅtgärda – 5 €;MAS\r\n") == rows);
  CHECK(read_csv("sep=|\na|b;c\n") == Rows{{"a", "b;c"}});
  const std::string little(
      "\xFF\xFE"
      "a\0\t\0\xE5\0\n\0\x3D\xD8\x00\xDE\t\0b\0",
      18);
  CHECK(read_csv(little) == Rows{{"a", "å"}, {"😀", "b"}});
  CHECK(read_csv(std::string("\xFE\xFF\0a\0;\0\xE5", 8)) == Rows{{"a", "å"}});
  CHECK(read_csv(std::string("\xFF\xFE\0\xD8", 4)) == Rows{{"\uFFFD"}});
}

TEST_CASE("a quotation that is not closed ends with the text", "[base][csv]") {
  CHECK(read_csv("a;\"b\nc") == Rows{{"a", "b\nc"}});
}

TEST_CASE("what was written comes back", "[base][csv]") {
  const Rows rows{
      {"Krav", "Ansvar"}, {"=1+1", "MAS; \"VC\""}, {"-21", "två\nrader"}, {"\n=1", "\rx"}};
  CHECK(read_csv(write_csv(rows)) == rows);
}

}  // namespace
}  // namespace handbok
