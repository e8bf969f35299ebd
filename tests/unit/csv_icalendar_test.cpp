#include <catch2/catch.hpp>

#include "base/csv.hpp"
#include "base/icalendar.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

/// The one row without the byte order mark and the line end.
std::string csv_line(const CsvRow& row) {
  const auto text = write_csv({row});
  REQUIRE(text.starts_with("\xEF\xBB\xBF"));
  REQUIRE(text.ends_with("\r\n"));
  return text.substr(3, text.size() - 5);
}

Icalendar calendar_with(std::string summary) {
  return {"-//Handbok//Handbok//sv",
          "Handboken",
          *Date::parse("2026-11-21"),
          {{"EGK-03-2026-12-31@von.handbok", *Date::parse("2026-12-31"), std::move(summary), "",
            "Egenkontroll"}}};
}

/// `text` with folded lines made whole, as a reader does.
std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at))
    text.erase(at, 3);
  return text;
}

TEST_CASE("a cell is quoted when a reader might take it for more than one", "[csv]") {
  CHECK(csv_line({"RUT-001", "", "a;b", "sa \"ja\"", "två\nrader"}) ==
        "RUT-001;;\"a;b\";\"sa \"\"ja\"\"\";\"två\nrader\"");
}

TEST_CASE("no cell is run as a formula, and a number stays a number", "[csv]") {
  CHECK(csv_line({"=1+2", "+A1", "-A1", "@SUM(A1)", "\tx"}) ==
        "\"'=1+2\";\"'+A1\";\"'-A1\";\"'@SUM(A1)\";\"'\tx\"");
  CHECK(csv_line({"-21", "-0,4", "a=1"}) == "-21;-0,4;\"a=1\"");
  CHECK(csv_line({"-", "-1+2"}) == "\"'-\";\"'-1+2\"");
}

TEST_CASE("an event takes a whole day and has its special characters escaped", "[icalendar]") {
  const auto text = write_icalendar(calendar_with("Ett, två; tre \\ fyra\nfem\tsex\r"));
  CHECK(text.find("DTSTAMP:20261121T000000Z\r\n") != std::string::npos);
  CHECK(text.find("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n") !=
        std::string::npos);
  CHECK(text.find("SUMMARY:Ett\\, två\\; tre \\\\ fyra\\nfem sex\r\n") != std::string::npos);
  CHECK(text.find("DESCRIPTION") == std::string::npos);
}

TEST_CASE("a long line is folded between characters, wherever they fall", "[icalendar]") {
  for (int shift = 0; shift < 5; ++shift) {
    std::string summary(static_cast<std::size_t>(shift), 'x');
    for (int i = 0; i < 80; ++i)
      summary += i % 3 == 0 ? "å" : "😀";
    const auto text = write_icalendar(calendar_with(summary));
    for (std::size_t at = 0; at < text.size();) {
      const auto end = text.find("\r\n", at);
      REQUIRE(end != std::string::npos);
      CHECK(end - at <= 75);
      CHECK(first_invalid_utf8(text.substr(at, end - at)) == std::string::npos);
      at = end + 2;
    }
    CHECK(unfolded(text).find("SUMMARY:" + summary + "\r\n") != std::string::npos);
  }
}

TEST_CASE("bytes that are no characters are folded too", "[icalendar]") {
  const auto text = write_icalendar(calendar_with(std::string(200, '\x80')));
  CHECK(unfolded(text).find("SUMMARY:" + std::string(200, '\x80') + "\r\n") != std::string::npos);
}

}  // namespace
}  // namespace handbok
