// A small handbook in English for another standard: nothing in the engine or the theme may depend
// on SOSFS 2011:9 or on Swedish.
#include <algorithm>
#include <array>

#include <catch2/catch.hpp>

#include "app/workspace.hpp"
#include "support/code.hpp"
#include "support/demo.hpp"
#include "support/project.hpp"
#include "support/site_links.hpp"

namespace handbok {
namespace {

const FileTree& iso_sources() {
  static const FileTree sources = *read_sources(test::in_project("tests/handbooks/iso9001"));
  return sources;
}

/// The handbook on its day, built once.
const BuiltSite& iso_site() {
  static const BuiltSite site = build_in_memory(iso_sources(), "2026-11-21");
  return site;
}

/// Letters and marks that no byte of an English site holds, in attributes and scripts either.
constexpr auto swedish_letters =
    std::to_array<std::string_view>({"å", "ä", "ö", "Å", "Ä", "Ö", "”"});

/// Words that an English text cannot hold. Addresses are the same in all languages and are not
/// looked at.
constexpr auto swedish_words = std::to_array<std::string_view>(
    {" och ",  " eller ", " som ",    " med ",      " av ",    " inte ",     " det ",
     " ett ",  " utan ",  " vid ",    " dag ",      " ska ",   " dokument ", " rutin ",
     " krav ", " enhet ", " Ansvar ", " Dokument ", " Enhet ", " Roll ",     " Start och "});

/// What only a handbook for Swedish health and social care would say.
constexpr auto care = std::to_array<std::string_view>(
    {"SOSFS", "Lex Sarah", "Lex Maria", "patient", "Patient", "disabilities", "Social services",
     "National quality registers", "RUT-001", "receive care", "care_provider"});

/// Reports which of `words` stand in the text of a page that a reader sees.
template <typename Words>
void check_pages_without(const FileTree& site, const Words& words) {
  for (const auto& [path, bytes] : site.files()) {
    if (!path.ends_with(".html") && !path.ends_with(".svg")) continue;
    const auto text = visible_text(bytes);
    for (const auto word : words) {
      INFO(path << " says \"" << word << '"');
      CHECK(text.find(word) == std::string::npos);
    }
  }
}

void check_english(const FileTree& site) {
  check_pages_without(site, swedish_words);
  for (const auto& [path, bytes] : site.files()) {
    for (const auto letter : swedish_letters) {
      INFO(path << " holds " << letter);
      CHECK(bytes.find(letter) == std::string::npos);
    }
  }
}

/// The sources without the files whose path begins with `prefix`, except those in `kept`.
FileTree without(const FileTree& sources, std::string_view prefix,
                 const std::vector<std::string_view>& kept) {
  FileTree left;
  for (const auto& [path, bytes] : sources.files()) {
    const bool is_kept = std::ranges::find(kept, path) != kept.end();
    if (!path.starts_with(prefix) || is_kept) left.put(path, bytes);
  }
  return left;
}

}  // namespace

TEST_CASE("a handbook for ISO 9001 is built without errors", "[iso]") {
  CHECK(iso_site().report.outcome == BuildOutcome::built);
  CHECK(iso_site().report.withheld.empty());
  for (const auto& diagnostic : iso_site().report.diagnostics) {
    INFO(what_text(diagnostic, Language::english));
    CHECK(diagnostic.severity != Severity::error);
  }
}

TEST_CASE("checks that serve another law say nothing about ISO 9001", "[iso]") {
  for (const auto& diagnostic : iso_site().report.diagnostics) {
    INFO(what_text(diagnostic, Language::english));
    CHECK(diagnostic.code != "unit.regime-missing"_code);
    CHECK(diagnostic.code != "collab.partner-kind-missing"_code);
    CHECK(diagnostic.code != "report.safety-missing"_code);
    CHECK(diagnostic.code != "report.quality-missing"_code);
  }
}

TEST_CASE("every page of an English handbook says that it is in English", "[iso]") {
  for (const auto& [path, bytes] : iso_site().files.files()) {
    if (!path.ends_with(".html")) continue;
    INFO(path);
    CHECK(bytes.find("<html lang=\"en\" ") != std::string::npos);
  }
}

TEST_CASE("no page of an English handbook has a Swedish word", "[iso]") {
  check_english(iso_site().files);
  // On a later day everything is overdue, and the control page has most of its sentences.
  check_english(build_in_memory(iso_sources(), "2028-06-01").files);
}

TEST_CASE("no page of an ISO handbook speaks of health care", "[iso]") {
  check_pages_without(iso_site().files, care);
}

TEST_CASE("links and anchors of an English handbook resolve", "[iso]") {
  for (const auto& fault : find_link_faults(iso_site().files))
    FAIL_CHECK(fault.page << " -> " << fault.target << ": " << fault.reason);
}

TEST_CASE("partners that are not sorted by kind are on the page", "[iso]") {
  const auto* const page = iso_site().files.find("samverkan/index.html");
  REQUIRE(page != nullptr);
  CHECK(visible_text(*page).find("suppliers of castings and motors") != std::string::npos);
}

TEST_CASE("a document whose next revision takes over does not end in the calendar", "[iso]") {
  const auto* const page = iso_site().files.find("arshjul/index.html");
  REQUIRE(page != nullptr);
  CHECK(visible_text(*page).find("Expires: Pressure test of a pump") == std::string::npos);
}

TEST_CASE("a register that is not kept has no page", "[iso]") {
  // What documents refer to must stay.
  const auto few =
      without(iso_sources(), "registers/",
              {"registers/units.toml", "registers/roles.toml", "registers/sources.toml",
               "registers/clauses.toml", "registers/terms.toml", "registers/collaboration.toml"});
  const auto site = build_in_memory(few, "2026-11-21");
  CHECK(site.files.find("index.html") != nullptr);
  CHECK(site.report.withheld.empty());
  for (const auto* const page :
       {"risker", "egenkontroll", "atgarder", "krav", "matris", "ansvar", "sammanstallningar",
        "mal", "forum", "tjanster", "metoder", "arshjul", "planer", "berattelser"}) {
    INFO(page);
    CHECK(site.files.find(std::string(page) + "/index.html") == nullptr);
  }
  check_english(site.files);
}

}  // namespace handbok
