// The preview: what nobody has approved yet, on a site that cannot be taken for the handbook.
#include <catch2/catch.hpp>

#include "app/build.hpp"
#include "support/demo.hpp"
#include "support/life_handbook.hpp"
#include "support/site_links.hpp"

namespace handbok::test {
namespace {

BuiltSite preview_of(const FileTree& sources) {
  BuiltSite site;
  BuildOptions options;
  options.as_of = *Date::parse("2026-11-21");
  options.preview = true;
  options.drafts = true;
  const Isolate isolate = run_in_place;
  site.report = build(sources, handbok::default_theme(), options, isolate,
                      [&](const SiteFile& file) { site.files.put(file.path, file.bytes); });
  return site;
}

std::string text_of(const BuiltSite& site, const char* path) {
  const auto* const bytes = site.files.find(path);
  REQUIRE(bytes != nullptr);
  return visible_text(*bytes);
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a preview says on every page that it does not apply", "[preview]") {
  const auto site = preview_of(demo_sources());
  REQUIRE(site.report.outcome == BuildOutcome::built);
  int pages = 0;
  for (const auto& [path, bytes] : site.files.files()) {
    CHECK_FALSE(path.ends_with(".xml"));
    if (!path.ends_with(".html")) continue;
    ++pages;
    INFO(path);
    CHECK(holds(bytes, "<title>Förhandsgranskning – gäller inte: "));
    CHECK(holds(bytes, "<p class=\"preview-mark\">Förhandsgranskning – gäller inte</p>"));
    CHECK(holds(bytes, "<meta name=\"robots\" content=\"noindex\">"));
    CHECK_FALSE(holds(bytes, "data-build-status"));
  }
  CHECK(pages >= 5);
  CHECK(find_link_faults(site.files).empty());
}

TEST_CASE("a preview shows each text that waits, and nothing that applies", "[preview]") {
  const auto site = preview_of(life_handbook());
  CHECK(site.files.find("dokument/INS-002/1.html") != nullptr);
  CHECK(site.files.find("dokument/INS-003/1.html") != nullptr);
  CHECK(site.files.find("dokument/INS-008/2.html") != nullptr);
  CHECK(site.files.find("dokument/INS-008/jamfor-1-2.html") != nullptr);
  CHECK(site.files.find("dokument/INS-008/1.html") == nullptr);
  CHECK(site.files.find("dokument/INS-001/1.html") == nullptr);
  CHECK(site.files.find("dokument/INS-005/1.html") == nullptr);
  const auto text = text_of(site, "index.html");
  // INS-008 points at a document that there is not: that stops it.
  CHECK(holds(text, "INS-099"));
  CHECK(holds(text, "inlämning till granskning, samråd med Medicinskt ansvarig sjuksköterska"));
  // INS-004 was reviewed and MAS was consulted.
  CHECK(holds(text, "Återstår: fastställande (Direktör)"));
  CHECK(holds(text, "Ny: inget gäller i dag"));
}

TEST_CASE("a handbook without drafts has an empty preview", "[preview]") {
  FileTree sources = life_handbook();
  std::erase_if(sources.files(), [](const auto& file) {
    return file.first.starts_with("documents/") && !file.first.starts_with("documents/INS-001/");
  });
  const auto site = preview_of(sources);
  CHECK(holds(text_of(site, "index.html"), "Inget är under arbete."));
}

}  // namespace handbok::test
