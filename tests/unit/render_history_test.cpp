#include <catch2/catch.hpp>

#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

/// The history page of that document on 2026-11-21.
std::string check_history(const std::string& id) {
  const auto site = test::render(test::sample_handbook(), test::day("2026-11-21"));
  const auto page = site.find("dokument/" + id + "/historik.html");
  REQUIRE(page != site.end());
  return page->second;
}

TEST_CASE("a document's history lists its published revisions, newest first", "[render][history]") {
  const auto page = check_history("RUT-001");
  const auto third = page.find("dokument/RUT-001/3.html");
  const auto second = page.find("dokument/RUT-001/2.html");
  const auto first = page.find("dokument/RUT-001/1.html");
  REQUIRE(first != std::string::npos);
  CHECK(third < second);
  CHECK(second < first);
  CHECK(page.find("Note on RUT-001@2") != std::string::npos);
}

TEST_CASE("a draft is in no byte of the history", "[render][history]") {
  const auto page = check_history("RUT-001");
  CHECK(page.find("4.html") == std::string::npos);
  CHECK(page.find("RUT-001@4") == std::string::npos);
}

TEST_CASE("every page stands in the frame", "[render][frame]") {
  const auto page = check_history("RUT-001");
  CHECK(page.starts_with("<!DOCTYPE html>"));
  CHECK(page.ends_with("</html>\n"));
  CHECK(page.find("<body data-page=\"history\">") != std::string::npos);
  CHECK(page.find("<meta name=\"robots\" content=\"noindex\">") != std::string::npos);
  CHECK(page.find("href=\"../../assets/handbook-") != std::string::npos);
  // A page must not change its bytes just because the day does.
  CHECK(page.find("2026-11-21") == std::string::npos);
}

}  // namespace
}  // namespace handbok
