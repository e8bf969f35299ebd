// Sites for others than the whole organisation: nothing of what is not for them is in any byte.
#include <set>

#include <catch2/catch.hpp>

#include "app/build.hpp"
#include "base/strings.hpp"
#include "io/read_tree.hpp"
#include "support/demo.hpp"
#include "support/fixture.hpp"
#include "support/project.hpp"
#include "support/site_links.hpp"

namespace handbok::test {
namespace {

constexpr auto canary = "Kanariefågelns hemliga";

BuiltSite built(const FileTree& sources, const std::string& profile) {
  BuiltSite site;
  BuildOptions options;
  options.as_of = *Date::parse("2026-11-21");
  options.profile = profile;
  const Isolate isolate = run_in_place;
  site.report = build(sources, handbok::default_theme(), options, isolate,
                      [&](const SiteFile& file) { site.files.put(file.path, file.bytes); });
  return site;
}

/// The files of the site that hold one of the words, and what the build tells with one of them.
std::vector<std::string> leaks(const BuiltSite& site, const std::vector<std::string>& words) {
  std::vector<std::string> found;
  for (const auto& word : words) {
    for (const auto& [path, bytes] : site.files.files()) {
      if (path.find(word) != std::string::npos || bytes.find(word) != std::string::npos)
        found.push_back(word + " in " + path);
    }
    for (const auto& diagnostic : site.report.diagnostics) {
      const auto text = what_text(diagnostic, Language::swedish) + diagnostic.subject;
      if (text.find(word) != std::string::npos) found.push_back(word + " in " + text);
    }
  }
  return found;
}

/// The links of the site that lead nowhere, one a line.
std::string link_faults(const BuiltSite& site) {
  std::string text;
  for (const auto& fault : find_link_faults(site.files))
    text.append(fault.page).append(" -> ").append(fault.target).append("\n");
  return text;
}

std::string revision(const std::string& id, const std::string& scope, const std::string& title,
                     const std::string& more = {}) {
  std::string text = "//- documents/" + id + "/1.md\n+++\nid = \"" + id + "\"\nrevision = 1\n";
  text += "title = \"" + title + "\"\nsummary = \"Om " + title + ".\"\n";
  text += "type = \"INS\"\nunit = \"avd\"\nowner = \"KSA\"\nregimes = [\"HSL\"]\n";
  text += "audience = [\"SSK\"]\nrequirements = [\"sosfs-2011-9/6:1\"]\nchange_kind = \"new\"\n";
  text += "change_note = \"Ny: " + title + ".\"\naudience_scope = \"" + scope + "\"\n" + more;
  text +=
      "+++\n\n## Så gör du\n\nLäs " + title + ".\n\n| A | B |\n|---|---|\n| " + title + " | 1 |\n";
  return text + "//- documents/" + id +
         "/1.approval.toml (like documents/INS-001/1.approval.toml)\n";
}

FileTree handbook_of(const std::string& lines) {
  return parse_fixture("profiles", "// as-of: 2026-11-21\n//= case\n" + lines)
      .cases.front()
      .sources;
}

/// A document for everybody, one for the organisation and one for few, which the others and the
/// registers name.
FileTree mixed_handbook() {
  auto text =
      revision("INS-002", "external", "Hitta hit", "see_also = [\"INS-003\", \"INS-004\"]\n");
  text += revision("INS-003", "internal", "Kanariefågelns hemliga foder");
  text += revision("INS-004", "restricted", "Kanariefågelns hemliga bur");
  text += revision("INS-005", "external", "Gamla vägen");
  text += R"(//- documents/INS-005/repeal.toml
decided_on = 2026-05-12
effective_on = 2026-06-01
decided_by = "DIR"
reason = "Ersatt."
replaced_by = ["INS-004"]
//- registers/rollouts.toml
[[rollout]]
id = "INF-01"
document = "INS-004"
unit = "strand"
measure = "information"
responsible = "EC"
due_on = 2026-06-15
note = "Kanariefågelns hemliga bur visas."
//- registers/findings.toml
[[finding]]
id = "IAK-01"
on = 2026-05-01
about = "INS-004"
observation = "Kanariefågelns hemliga bur är för liten."
verdict = "not_fit"
//- registers/reporting_duties.toml
[[reporting_duty]]
id = "TILL-01"
title = "Kanariefågelns hemliga rop"
what = "Rop"
when = "Genast"
//- handbook.toml (more)
[[register]]
id = "stegar"
name = "Stege"
name_plural = "Stegar"
field = [
  { key = "name", name = "Stege", type = "text" },
  { key = "manual", name = "Lathund", type = "document", required = true },
  { key = "more", name = "Mer att läsa", type = "document", many = true },
  { key = "beside", name = "Står bredvid", type = "row", of = "stegar" },
  { key = "stands_on", name = "Står på", type = "row", of = "fotter" },
]
[[register]]
id = "fotter"
name = "Fot"
name_plural = "Fötter"
field = [
  { key = "name", name = "Fot", type = "text" },
  { key = "ladder", name = "Stege", type = "row", of = "stegar", required = true },
]
//- registers/fotter.toml
[[row]]
id = "FOT-01"
name = "Foten under den hemliga bur som nås med stegen"
ladder = "STE-01"
//- registers/stegar.toml
[[row]]
id = "STE-01"
name = "Kanariefågelns hemliga bur nås med den"
manual = "INS-004"

[[row]]
id = "STE-02"
name = "Trappstegen"
manual = "INS-002"
more = ["INS-002", "INS-004"]
beside = "STE-01"
//- registers/redirects.toml
[[redirect]]
from = "bur/index.html"
to = "dokument/INS-004/index.html"
since = 2026-01-01
)";
  return handbook_of(text);
}

}  // namespace

TEST_CASE("nothing of a document reaches a site that it is not for", "[profile]") {
  const auto sources = mixed_handbook();
  const auto outside = built(sources, "external");
  REQUIRE(outside.report.outcome == BuildOutcome::built);
  CHECK(join(leaks(outside, {canary, "INS-001", "INS-003", "INS-004", "IAK-01", "INF-01", "bur/"}),
             "\n") == "");
  const auto* const repealed = outside.files.find("dokument/INS-005/index.html");
  REQUIRE(repealed != nullptr);
  CHECK(repealed->find("Ersatt.") != std::string::npos);
  CHECK(outside.files.find("dokument/INS-002/index.html") != nullptr);
  CHECK(outside.files.find("kontroll/index.html") == nullptr);
  CHECK(outside.files.find("roller/index.html") == nullptr);
  CHECK(link_faults(outside) == "");

  const auto inside = built(sources, "");
  CHECK(join(leaks(inside, {"INS-004", "hemliga bur", "IAK-01", "INF-01"}), "\n") == "");
  CHECK(inside.files.find("dokument/INS-003/index.html") != nullptr);
  CHECK(link_faults(inside) == "");
  const auto* const ladders = inside.files.find("register/stegar/index.html");
  REQUIRE(ladders != nullptr);
  CHECK(ladders->find("Trappstegen") != std::string::npos);
  CHECK(join(leaks(inside, {"STE-01", "FOT-01"}), "\n") == "");
  CHECK(outside.files.find("register/stegar/index.html") == nullptr);
}

TEST_CASE("a profile of the handbook's own shows what it says", "[profile]") {
  auto sources = mixed_handbook();
  sources.files().at("handbook.toml") +=
      "\n[[profile]]\nid = \"few\"\nshows = [\"internal\", \"external\", \"restricted\"]\n";
  const auto few = built(sources, "few");
  CHECK(few.files.find("dokument/INS-004/index.html") != nullptr);
  CHECK(few.files.find("bur/index.html") != nullptr);
  CHECK(built(sources, "fewer").report.outcome == BuildOutcome::stopped);
  CHECK(has_profile(sources, "few"));
  CHECK_FALSE(has_profile(sources, "fewer"));
}

TEST_CASE("a text that becomes wider opens, and its narrow drafts stay closed", "[profile]") {
  auto text = revision("INS-002", "external", "Hitta hit");
  text += R"(//- documents/INS-002/2.md
+++
id = "INS-002"
revision = 2
title = "Kanariefågelns hemliga väg"
type = "INS"
unit = "avd"
owner = "KSA"
regimes = ["HSL"]
audience = ["SSK"]
requirements = ["sosfs-2011-9/6:1"]
change_kind = "substantive"
change_note = "Kanariefågelns hemliga skäl."
audience_scope = "restricted"
+++

Kanariefågelns hemliga text.
)";
  const auto outside = built(handbook_of(text), "external");
  CHECK(outside.files.find("dokument/INS-002/1.html") != nullptr);
  CHECK(join(leaks(outside, {canary}), "\n") == "");
}

TEST_CASE("a text whose scope cannot be read is for as few as can be", "[profile]") {
  auto text = revision("INS-002", "external", "Hitta hit");
  text += revision("INS-003", "restrict", "Kanariefågelns hemliga bur");
  text += revision("INS-004", "restricted", "Kanariefågelns hemliga nyckel", "note = \"half\n");
  const auto inside = built(handbook_of(text), "");
  REQUIRE(inside.report.outcome == BuildOutcome::built);
  CHECK(join(leaks(inside, {canary, "INS-003", "INS-004"}), "\n") == "");
  CHECK(inside.files.find("dokument/INS-002/index.html") != nullptr);
  CHECK(link_faults(inside) == "");
}

TEST_CASE("a profile whose name the ledger could not write is refused", "[profile]") {
  for (const auto* const name : {"a\\\"b", "två ord", "rad\\nbrott"}) {
    INFO(name);
    auto sources = handbook_of("");
    sources.files().at("handbook.toml") +=
        std::string("\n[[profile]]\nid = \"") + name + "\"\nshows = [\"external\"]\n";
    CHECK(built(sources, "").report.outcome == BuildOutcome::stopped);
  }
}

TEST_CASE("a handbook that opens nothing has nothing for others", "[profile]") {
  const auto site = built(demo_sources(), "external");
  REQUIRE(site.report.outcome == BuildOutcome::built);
  CHECK(site.report.documents_in_force == 0);
  CHECK(site.files.find("index.html") != nullptr);
  for (const auto& [path, bytes] : site.files.files()) {
    INFO(path);
    CHECK_FALSE(path.starts_with("dokument/RUT"));
    CHECK(bytes.find("RUT-001") == std::string::npos);
    CHECK(bytes.find("PRO-001") == std::string::npos);
  }
  CHECK(link_faults(site) == "");
}

TEST_CASE("without a profile the demo is what it was", "[profile]") {
  const auto site = built(demo_sources(), "internal");
  CHECK(site.files.files() == demo_site().files.files());
}

}  // namespace handbok::test
