// What may be published is decided by values: no folder, id, title or number that a message happens
// to hold lets an unapproved text out, or takes something away that is shown.
#include <algorithm>

#include <catch2/catch.hpp>

#include "app/build.hpp"
#include "app/publish.hpp"
#include "base/strings.hpp"
#include "support/code.hpp"
#include "support/demo.hpp"
#include "support/fixture.hpp"
#include "support/memory_disk.hpp"
#include "support/small_publication.hpp"

namespace handbok::test {
namespace {

constexpr auto unapproved = "Ofastställt";

/// A document of one revision in a folder, approved as it is.
std::string document(const std::string& folder, const std::string& id, const std::string& scope,
                     const std::string& title) {
  const auto file = "//- documents/" + folder + "/1";
  auto text = file + ".md\n+++\nid = \"" + id + "\"\nrevision = 1\ntitle = \"" + title + "\"\n";
  text += "summary = \"Om det.\"\ntype = \"INS\"\nunit = \"avd\"\nowner = \"KSA\"\n";
  text += "regimes = [\"HSL\"]\naudience = [\"SSK\"]\nrequirements = [\"sosfs-2011-9/6:1\"]\n";
  text +=
      "change_kind = \"new\"\naudience_scope = \"" + scope + "\"\n+++\n\n## Så gör du\n\nLäs.\n";
  return text + file + ".approval.toml (like documents/INS-001/1.approval.toml)\n";
}

FileTree sources_of(const std::string& lines) {
  auto sources =
      parse_fixture("edition", "// as-of: 2026-11-21\n//= case\n" + lines).cases.front().sources;
  sources.files().at("handbook.toml") +=
      "\n[[profile]]\nid = \"alla\"\nshows = [\"internal\", \"external\"]\n"
      "\n[[profile]]\nid = \"ute\"\nshows = [\"external\"]\n"
      "pages = [\"start\", \"document\", \"revision\", \"history\", \"news\", \"control\"]\n";
  return sources;
}

/// Changes the head of a text that somebody has approved.
void change(FileTree& sources, const std::string& path) {
  auto& bytes = sources.files().at(path);
  const auto title = bytes.find("title = \"");
  REQUIRE(title != std::string::npos);
  const auto line_end = bytes.find('\n', title);
  bytes.replace(title, line_end - title, std::string("title = \"") + unapproved + "\"");
  const auto summary = bytes.find("summary = \"");
  bytes.insert(summary + 11, std::string(unapproved) + " ");
  bytes += std::string("\n") + unapproved + " ord.\n";
}

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

std::string files_with(const FileTree& files, const std::string& words) {
  std::string found;
  for (const auto& [path, bytes] : files.files())
    if (path.find(words) != std::string::npos || bytes.find(words) != std::string::npos)
      found += path + "\n";
  return found;
}

bool tells(const BuildReport& report, Code code, const RevisionKey& revision) {
  return std::ranges::any_of(report.diagnostics, [&](const Diagnostic& diagnostic) {
    return diagnostic.code == code && diagnostic.revision == revision;
  });
}

struct Trap {
  std::string name;
  std::string lines;
  std::string path;  ///< of the text that is changed after its approval
  std::string document = "INS-1000";
};

const std::string finding = R"(//- registers/findings.toml
[[finding]]
id = "1"
on = 2026-05-01
about = "INS-100"
observation = "Något."
verdict = "not_fit"
)";

/// Each names something that readers may not hear of in what is told about INS-1000.
std::vector<Trap> traps() {
  const auto plain = document("INS-1000", "INS-1000", "external", "Hitta hit");
  const std::string path = "documents/INS-1000/1.md";
  const std::string folder = "to-INS-100/INS-1000";
  const auto secret = document("INS-100", "INS-100", "restricted", "Kanariefågeln");
  const auto second =
      "//- documents/INS-1000/2.md\n+++\nid = \"INS-1000\"\nrevision = 2\n"
      "title = \"1\"\nsummary = \"Kanariefågeln.\"\ntype = \"INS\"\n"
      "unit = \"avd\"\nowner = \"KSA\"\nchange_kind = \"substantive\"\n"
      "change_note = \"Nytt.\"\naudience_scope = \"restricted\"\n+++\n\nKanin.\n";
  return {
      {"no trap", plain, path},
      {"an id that begins the other", plain + secret, path},
      {"a folder named after it", document(folder, "INS-1000", "external", "Hitta hit") + secret,
       "documents/" + folder + "/1.md"},
      {"a title that is the id", plain + document("INS-100", "INS-100", "restricted", "INS-1000"),
       path},
      {"a title that is the number", plain + document("INS-100", "INS-100", "restricted", "1"),
       path},
      {"a title that is a part of the place",
       plain + document("INS-100", "INS-100", "restricted", "documents"), path},
      {"a hidden revision of its own", plain + second, path},
      {"a row that went", plain + secret + finding, path},
  };
}

}  // namespace

TEST_CASE("a text that was changed after its approval is withheld from every profile",
          "[edition][profile]") {
  for (const auto& trap : traps()) {
    auto sources = sources_of(trap.lines);
    change(sources, trap.path);
    for (const auto* const profile : {"internal", "external", "alla", "ute"}) {
      INFO(trap.name << ", " << profile);
      const auto site = built(sources, profile);
      REQUIRE(site.report.outcome == BuildOutcome::built);
      const RevisionKey changed{trap.document, 1};
      CHECK(tells(site.report, "doc.approved-text-changed"_code, changed));
      CHECK(site.report.withheld == std::vector<RevisionKey>{changed});
      CHECK(files_with(site.files, unapproved) == "");
      CHECK(site.files.find("dokument/INS-1000/index.html") != nullptr);
      CHECK(files_with(site.files, "Kanariefågeln") == "");
      if (trap.lines.find("INS-100/1.md") != std::string::npos)
        CHECK(site.files.find("dokument/INS-100/index.html") == nullptr);
    }
  }
}

TEST_CASE("no profile publishes a text that was changed after its approval", "[edition][publish]") {
  for (const auto& trap : traps()) {
    for (const auto* const profile : {"internal", "external"}) {
      INFO(trap.name << ", " << profile);
      auto sources = sources_of(trap.lines);
      MemoryDisk disk;
      const Isolate isolate = run_in_place;
      BuildOptions options;
      options.as_of = *Date::parse("2026-11-21");
      options.profile = profile;
      constexpr Moment start = 1'795'219'200;
      const auto publish_at = [&](Moment now) {
        return publish(
            {sources, handbok::default_theme(), options, isolate, now, Language::english, false},
            disk);
      };
      change(sources, trap.path);
      const auto result = publish_at(start);
      CHECK(result.outcome == PublishOutcome::published);
      CHECK(result.state.withheld == std::vector<std::string>{"INS-1000@1"});
      CHECK(result.state.errors > 0);
      for (const auto& [path, bytes] : served_site(disk)) {
        INFO(path);
        CHECK(bytes.find(unapproved) == std::string::npos);
      }
    }
  }
}

TEST_CASE("what names a hidden document goes, what only begins like it stays",
          "[edition][profile]") {
  const auto text = document("INS-100", "INS-100", "restricted", "Kanariefågeln") +
                    document("INS-1000", "INS-1000", "external", "Hitta hit") +
                    "//- registers/redirects.toml\n"
                    "[[redirect]]\nfrom = \"old/ins.html\"\n"
                    "to = \"dokument/INS-1000/index.html\"\nsince = 2026-01-01\n"
                    "[[redirect]]\nfrom = \"old/INS-1000.html\"\n"
                    "to = \"dokument/INS-1000/index.html\"\nsince = 2026-01-01\n"
                    "[[redirect]]\nfrom = \"old/bird.html\"\n"
                    "to = \"dokument/INS-100/index.html\"\nsince = 2026-01-01\n"
                    "[[redirect]]\nfrom = \"old/INS-100.html\"\n"
                    "to = \"dokument/INS-1000/index.html\"\nsince = 2026-01-01\n"
                    "[[redirect]]\nfrom = \"old/place.html\"\n"
                    "to = \"dokument/INS-1000/index.html#gor-sa-har\"\nsince = 2026-01-01\n";
  const auto site = built(sources_of(text), "external");
  CHECK(site.files.find("old/ins.html") != nullptr);
  CHECK(site.files.find("old/place.html") != nullptr);
  CHECK(site.files.find("old/INS-1000.html") != nullptr);
  CHECK(site.files.find("old/bird.html") == nullptr);
  CHECK(site.files.find("old/INS-100.html") == nullptr);
}

TEST_CASE("an error is told without the values that name what is hidden", "[edition][profile]") {
  const std::string folder = "to-INS-100/INS-1000";
  auto sources = sources_of(document(folder, "INS-1000", "external", "Hitta hit") +
                            document("INS-100", "INS-100", "restricted", "Kanariefågeln"));
  change(sources, "documents/" + folder + "/1.md");
  const auto site = built(sources, "external");
  for (const auto& diagnostic : site.report.diagnostics) {
    CHECK(diagnostic.location.path.find("to-INS-100") == std::string::npos);
    CHECK(std::ranges::find(diagnostic.what, "INS-100") == diagnostic.what.end());
  }
}

TEST_CASE("a text that was published with other words is withheld from every list",
          "[edition][publish]") {
  auto sources = sources_of(document("INS-1000", "INS-1000", "external", "Hitta hit"));
  MemoryDisk disk;
  const Isolate isolate = run_in_place;
  BuildOptions options;
  options.as_of = *Date::parse("2026-11-21");
  constexpr Moment start = 1'795'219'200;
  const auto publish_at = [&](Moment now) {
    return publish(
        {sources, handbok::default_theme(), options, isolate, now, Language::english, false}, disk);
  };
  REQUIRE(publish_at(start).outcome == PublishOutcome::published);
  // The same number with other words, approved anew: what was published stands, and no list has the
  // new words.
  sources = sources_of(document("INS-1000", "INS-1000", "external", unapproved) +
                       document("INS-1001", "INS-1001", "external", "En till"));
  const auto result = publish_at(start + 3'600);
  CHECK(result.outcome == PublishOutcome::published);
  CHECK(result.state.withheld == std::vector<std::string>{"INS-1000@1"});
  for (const auto& [path, bytes] : served_site(disk)) {
    INFO(path);
    CHECK(bytes.find(unapproved) == std::string::npos);
  }
}

}  // namespace handbok::test
