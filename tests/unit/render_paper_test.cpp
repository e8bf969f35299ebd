#include <catch2/catch.hpp>

#include "diagram/draw.hpp"
#include "diagram/qr_code.hpp"
#include "render/binder.hpp"
#include "render/diagrams.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string page(const std::string& path) {
  const auto site = test::render(test::sample_handbook(), test::day("2026-11-21"));
  INFO(path);
  REQUIRE(site.contains(path));
  return site.at(path);
}

/// The start tag of <html>: what the margins of each sheet say.
std::string sheet_of_page(const std::string& path) {
  const auto html = page(path);
  const auto start = html.find("<html");
  return html.substr(start, html.find('>', start) - start);
}

void check_paper(const std::string& path, const std::string& word, const std::string& way) {
  const auto html = page(path);
  INFO(path);
  CHECK(has(html, "\">" + word + "</span>"));
  CHECK(has(html, way));
}

TEST_CASE("the page for a sheet says in a word whether it applies, and the way to what does",
          "[render][paper]") {
  check_paper("k/RUT-001-1.html", "Ersatt", "../dokument/RUT-001/index.html");
  check_paper("k/RUT-001-2.html", "Gäller", "../dokument/RUT-001/index.html");
  check_paper("k/RUT-001-3.html", "Börjar gälla", "../dokument/RUT-001/index.html");
  check_paper("k/RUT-002-1.html", "Upphävd", "../dokument/RUT-001/index.html");
  check_paper("k/RUT-003-1.html", "Giltigheten har gått ut", "../dokument/RUT-003/index.html");
}

TEST_CASE("it tells what has changed since, and nothing before", "[render][paper]") {
  const auto html = page("k/RUT-001-1.html");
  CHECK(has(html, "Note on RUT-001@2"));
  CHECK(has(html, "../dokument/RUT-001/jamfor-1-2.html"));
  CHECK_FALSE(has(html, "Note on RUT-001@1"));
  CHECK_FALSE(has(html, "RUT-001@4"));
}

TEST_CASE("no draft has a page for sheets", "[render][paper]") {
  const auto site = test::render(test::sample_handbook(), test::day("2026-11-21"));
  CHECK_FALSE(site.contains("k/RUT-001-4.html"));
  CHECK_FALSE(site.contains("k/RUT-005-1.html"));
  CHECK_FALSE(site.contains("k/RUT-006-1.html"));
}

TEST_CASE("a sheet carries id, edition, status and from when", "[render][paper]") {
  const auto in_force = sheet_of_page("dokument/RUT-001/index.html");
  CHECK(has(in_force, "data-sheet=\"RUT-001 "));
  CHECK(has(in_force, ", utgåva 2. Gäller "));
  CHECK(has(in_force, "Se k/RUT-001-2.html i handboken"));
  CHECK_FALSE(has(in_force, "data-mark"));
  const auto old = sheet_of_page("dokument/RUT-001/1.html");
  CHECK(has(old, ", utgåva 1. Ersatt, gällde "));
  CHECK(has(old, "data-mark=\"Ersatt – använd inte\""));
  CHECK(has(sheet_of_page("dokument/RUT-001/3.html"), "gäller inte än\""));
  CHECK(has(sheet_of_page("index.html"), "data-sheet=\""));
}

TEST_CASE("without an address for the world there is no code", "[render][paper]") {
  const auto site = test::render(test::sample_handbook(), test::day("2026-11-21"));
  CHECK_FALSE(site.contains("k/RUT-001-2.svg"));
  CHECK_FALSE(has(sheet_of_page("dokument/RUT-001/index.html"), "data-code"));
}

TEST_CASE("a code is a square with a quiet zone, and empty for nothing", "[diagram][qr]") {
  const auto svg = qr_code_svg("https://handboken.example/k/RUT-001-3.html");
  CHECK(has(svg, "viewBox=\"0 0 41 41\""));  // 33 modules and four on each side
  CHECK(has(svg, "M4 4.5h7"));               // the upper edge of the first finder
  CHECK(qr_code_svg("").empty());
  CHECK(qr_code_svg(std::string(4000, 'x')).empty());
}

/// A drawing of so many rows of 100 pixels below lane titles of 40.
Drawing drawing_of(double width, int rows) {
  Drawing drawing;
  drawing.width = width;
  drawing.height = 40 + 100.0 * rows;
  drawing.header_height = 40;
  for (int row = 0; row <= rows; ++row)
    drawing.cuts.push_back(40 + 100.0 * row);
  return drawing;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

TEST_CASE("a drawing is parted between its rows, each part below the titles of the lanes",
          "[render][paper]") {
  CHECK(picture_on_paper(drawing_of(600, 8)).sheets.text.empty());
  const auto paper = picture_on_paper(drawing_of(600, 20));
  CHECK_FALSE(paper.is_turned);
  CHECK(count_of(paper.sheets.text, "flow-sheet") == 3);
  CHECK(count_of(paper.sheets.text, "viewBox=\"0 0 600 40\"") == 2);
  CHECK(has(paper.sheets.text, "viewBox=\"0 0 600 840\""));
  CHECK(has(paper.sheets.text, "viewBox=\"0 840 600 800\""));
  CHECK(has(paper.sheets.text, "viewBox=\"0 1640 600 400\""));
}

TEST_CASE("a wide drawing turns its sheets, and one that none can hold is left out",
          "[render][paper]") {
  CHECK(picture_on_paper(drawing_of(1000, 3)).is_turned);
  CHECK_FALSE(picture_on_paper(drawing_of(1000, 3)).is_too_large);
  CHECK(picture_on_paper(drawing_of(1300, 3)).is_too_large);
  auto rigid = drawing_of(600, 20);
  rigid.cuts.clear();
  CHECK(picture_on_paper(rigid).is_too_large);
}

BinderPart part_of(const std::string& id, const std::string& main) {
  return {"dokument/" + id + "/index.html",
          "<html lang=\"sv\" data-sheet=\"" + id + ", utgåva 1\" data-code=\"../../k/" + id +
              "-1.svg\" data-form=\"form\">\n<main id=\"main\">\n" + main + "</main>",
          id, "Titel " + id, 1};
}

TEST_CASE("in a binder links lead to the part that holds what they name", "[render][paper]") {
  const Binder binder{BinderKind::unit,
                      "Lönnbacken",
                      "Handboken",
                      "sv",
                      "",
                      {part_of("RUT-001",
                               "<h2 id=\"a\">A</h2><a href=\"#a\">a</a> <a "
                               "href=\"../RUT-002/index.html#b\">b</a> <a "
                               "href=\"../../risker/index.html\">r</a><img src=\"1/bild.png\">"),
                       part_of("RUT-002",
                               "<a href=\"../../dokument/RUT-001/index.html\">x</a> <a "
                               "href=\"https://example.org/\">y</a>")}};
  const auto html = binder_html(binder, test::default_theme("sv"));
  CHECK(has(html, "<h1>Pärm för Lönnbacken</h1>"));
  CHECK(has(html, "<li><a href=\"#part-2\">RUT-002 Titel RUT-002, utgåva 1</a></li>"));
  CHECK(has(html, "<h2 id=\"part-1-a\">"));
  CHECK(has(html, "<a href=\"#part-1-a\">a</a>"));
  CHECK(has(html, "<a href=\"#part-2-b\">b</a>"));
  CHECK(has(html, "<a >r</a>"));
  CHECK(has(html, "<img src=\"dokument/RUT-001/1/bild.png\">"));
  CHECK(has(html, "<a href=\"#part-1\">x</a>"));
  CHECK(has(html, "<a href=\"https://example.org/\">y</a>"));
  CHECK(has(html, "data-part-2=\"RUT-002, utgåva 1\""));
  CHECK(has(html, "url(k/RUT-002-1.svg)"));
  CHECK(binder_html({}, test::default_theme("sv")).empty());
}

}  // namespace
}  // namespace handbok
