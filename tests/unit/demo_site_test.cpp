// What must be true of the site of the demo handbook, whatever its pages look like.
#include <catch2/catch.hpp>

#include "support/demo.hpp"
#include "support/site_links.hpp"

namespace handbok {
namespace {

/// The files of the site that hold `text`.
std::vector<std::string> files_with(const FileTree& site, std::string_view text) {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : site.files()) {
    if (bytes.find(text) != std::string::npos) paths.push_back(path);
  }
  return paths;
}

std::string page_text(const FileTree& site, std::string_view path) {
  const auto* const html = site.find(path);
  REQUIRE(html != nullptr);
  return visible_text(*html);
}

/// The sources with one stretch of one file replaced.
FileTree with_change(const std::string& path, const std::string& from, const std::string& to) {
  FileTree sources = demo_sources();
  auto bytes = *sources.find(path);
  const auto at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  sources.put(path, bytes.replace(at, from.size(), to));
  return sources;
}

TEST_CASE("the demo is built without errors", "[demo]") {
  CHECK(demo_site().report.outcome == BuildOutcome::built);
  CHECK(demo_site().report.withheld.empty());
  for (const auto& diagnostic : demo_site().report.diagnostics) {
    INFO(what_text(diagnostic, Language::swedish));
    CHECK(diagnostic.severity != Severity::error);
  }
}

TEST_CASE("the same sources give the same bytes, however many work on them", "[demo][property]") {
  for (const int jobs : {1, 7}) {
    const auto again = build_in_memory(demo_sources(), "2026-11-21", jobs);
    CHECK(again.files.files() == demo_site().files.files());
  }
}

TEST_CASE("every link and every anchor of the site resolves", "[demo][property]") {
  for (const auto& fault : find_link_faults(demo_site().files)) {
    FAIL_CHECK(fault.page << " -> " << fault.target << ": " << fault.reason);
  }
}

TEST_CASE("no word of a draft is on the site", "[demo][property]") {
  CHECK(files_with(demo_site().files, "Kvittensen lämnas av den som först öppnar ärendet").empty());
  CHECK(files_with(demo_site().files, "Sensorn provas alltid tillsammans med den boende").empty());
  CHECK(files_with(demo_site().files, "RUT-028").empty());
  CHECK(files_with(demo_site().files, "Välfärdsteknik").empty());
  CHECK(files_with(demo_site().files, "Förtydligar vem som bekräftar").empty());
}

TEST_CASE("a document in review is named to its owner and to those who are to act, only",
          "[demo][property]") {
  CHECK(files_with(demo_site().files, "PRO-009") ==
        std::vector<std::string>{"kontroll/agare/DIR/atom.xml", "kontroll/agare/KCH/atom.xml",
                                 "kontroll/agare/KCH/index.html", "kontroll/agare/MAS/atom.xml"});
}

TEST_CASE("the duties to report are told for each regime, with routine, form and law", "[demo]") {
  const auto text = page_text(demo_site().files, "sag-till/index.html");
  const auto& html = *demo_site().files.find("sag-till/index.html");
  for (const auto* const id : {"TILL-01", "TILL-02", "TILL-03", "TILL-04"}) {
    INFO(id);
    CHECK(html.find(std::string("<h2 id=\"") + id + "\">") != std::string::npos);
  }
  CHECK(html.find("TILL-05") == std::string::npos);  // before the new act
  for (const auto* const page : {"../dokument/RUT-003/index.html", "../dokument/RUT-004/index.html",
                                 "../dokument/BLA-002/index.html", "../roller/SAS/index.html",
                                 "../lagar/sfs-2025-400/index.html"}) {
    INFO(page);
    CHECK(html.find(std::string("href=\"") + page + "\"") != std::string::npos);
  }
  CHECK(text.find("timanställd") != std::string::npos);
  CHECK(text.find("Ingen rutin beskriver det") == std::string::npos);
}

TEST_CASE("the duties to report of an earlier day rest on the law of that day", "[demo][time]") {
  const auto site = build_in_memory(demo_sources(), "2025-06-15");
  const auto* const html = site.files.find("sag-till/index.html");
  REQUIRE(html != nullptr);
  CHECK(html->find("<h2 id=\"TILL-05\">") != std::string::npos);
  CHECK(html->find("TILL-01") == std::string::npos);
  CHECK(html->find("SoL, 14\u00a0kap.\u00a03\u00a0§") != std::string::npos);
  CHECK(html->find("sfs-2025-400") == std::string::npos);
}

TEST_CASE("no page asks anything of another site or holds style or script of its own",
          "[demo][property]") {
  for (const auto& [path, bytes] : demo_site().files.files()) {
    if (!path.ends_with(".html")) continue;
    INFO(path);
    CHECK(bytes.find("src=\"http") == std::string::npos);
    CHECK(bytes.find(" style=") == std::string::npos);
    CHECK(bytes.find("<style") == std::string::npos);
    CHECK(bytes.find("<script>") == std::string::npos);
    CHECK(bytes.find("{{") == std::string::npos);
  }
}

TEST_CASE("the site of an earlier day shows what applied then", "[demo][time]") {
  const auto site = build_in_memory(demo_sources(), "2026-05-31");
  REQUIRE(site.report.outcome == BuildOutcome::built);
  CHECK(site.files.find("processer/PRO-005/diagram-2.svg") != nullptr);
  CHECK(site.files.find("processer/PRO-005/index.html")->find("id=\"A3\"") != std::string::npos);
  CHECK(site.files.find("processer/PRO-005/index.html")->find("id=\"R2\"") == std::string::npos);
  CHECK(page_text(site.files, "dokument/RUT-001/index.html")
            .find("öppnar kvalitetssamordnaren e-tjänsten") != std::string::npos);
  CHECK(site.files.find("dokument/RUT-002/index.html") != nullptr);  // adopted, coming
  CHECK(find_link_faults(site.files).empty());
}

TEST_CASE("an archived revision keeps its address and says that it no longer applies", "[demo]") {
  const auto& html = *demo_site().files.find("dokument/RUT-001/2.html");
  CHECK(html.find("noindex") != std::string::npos);
  CHECK(page_text(demo_site().files, "dokument/RUT-001/2.html").find("följ inte den här utgåvan") !=
        std::string::npos);
}

TEST_CASE("a letter changed after approval withholds that text and nothing else",
          "[demo][withheld]") {
  const auto sources = with_change("documents/rutiner/RUT-001/3.md", "muntlig", "muntlih");
  const auto site = build_in_memory(sources, "2026-11-21");
  REQUIRE(site.report.outcome == BuildOutcome::built);
  std::vector<std::string> errors;
  for (const auto& diagnostic : site.report.diagnostics) {
    if (diagnostic.severity == Severity::error) {
      errors.emplace_back(info_of(diagnostic.code).name);
      CHECK(diagnostic.location.path == "documents/rutiner/RUT-001/3.md");
    }
  }
  CHECK(errors == std::vector<std::string>{"doc.approved-text-changed"});
  CHECK(site.report.diagnostics.size() == demo_site().report.diagnostics.size() + 1);
  CHECK(files_with(site.files, "muntlih").empty());
  const auto text = page_text(site.files, "dokument/RUT-001/index.html");
  CHECK(text.find("Här visas utgåva 2. Utgåva 3 skulle stå här men kan inte visas.") !=
        std::string::npos);
  CHECK(text.find("RUT-001 utgåva 3 är inte längre den text som fastställdes") !=
        std::string::npos);
  CHECK(text.find("öppnar kvalitetssamordnaren e-tjänsten") !=
        std::string::npos);  // the last whole revision
  CHECK(find_link_faults(site.files).empty());
}

TEST_CASE("a document without any whole revision is named as withheld", "[demo][withheld]") {
  const auto site = build_in_memory(
      with_change("documents/rutiner/RUT-002/1.md", "## Syfte", "## Syftx"), "2026-11-21");
  REQUIRE(site.report.outcome == BuildOutcome::built);
  CHECK(page_text(site.files, "dokument/RUT-002/index.html").find("kan inte visas") !=
        std::string::npos);
  CHECK(files_with(site.files, "Syftx").empty());
  CHECK(find_link_faults(site.files).empty());
}

TEST_CASE("one broken head costs one document", "[demo][withheld]") {
  const auto site = build_in_memory(
      with_change("documents/rutiner/RUT-004/3.md", "title = \"", "title = "), "2026-11-21");
  CHECK(site.report.outcome == BuildOutcome::built);
  CHECK(site.report.withheld == std::vector<RevisionKey>{{"RUT-004", 3}});
  CHECK(find_link_faults(site.files).empty());
}

TEST_CASE("what everything rests on stops the build", "[demo][stopped]") {
  for (const auto& [path, from, to] :
       {std::tuple("handbook.toml", "title = ", "title "),
        std::tuple("registers/units.toml", "[[unit]]", "[[unit]"),
        std::tuple("registers/roles.toml", "id = \"MAS\"", "id = \"DIR\"")}) {
    INFO(path);
    const auto site = build_in_memory(with_change(path, from, to), "2026-11-21");
    CHECK(site.report.outcome == BuildOutcome::stopped);
    CHECK(site.files.files().empty());
  }
}

}  // namespace
}  // namespace handbok
