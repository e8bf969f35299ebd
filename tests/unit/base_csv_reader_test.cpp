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
