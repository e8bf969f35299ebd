// Folders that are published to for one profile: they remember it, and what is no longer for their
// readers is closed there without stopping the night (decision 0027).
#include <algorithm>

#include <catch2/catch.hpp>

#include "app/publish.hpp"
#include "base/sha256.hpp"
#include "publish/layout.hpp"
#include "publish/verify.hpp"
#include "support/code.hpp"
#include "support/fixture.hpp"
#include "support/memory_disk.hpp"
#include "support/sample_handbook.hpp"
#include "support/small_publication.hpp"

namespace handbok::test {
namespace {

constexpr Moment start = 1'795'219'200;  // 2026-11-21
constexpr auto canary = "Kanariefågelns hemliga";
constexpr auto page = "dokument/INS-002/index.html";
constexpr auto closed_words = "Texten visas inte här längre";

FileTree sources_with(const std::string& lines) {
  const auto text = "// as-of: 2026-11-21\n//= case\n" + lines;
  return parse_fixture("publication", text).cases.front().sources;
}

/// A revision of INS-002 that is in force from the day, for those of the scope.
std::string revision(int number, const std::string& scope, const std::string& title,
                     const std::string& from) {
  const auto file = "//- documents/INS-002/" + std::to_string(number);
  auto text = file + ".md\n+++\nid = \"INS-002\"\nrevision = " + std::to_string(number) + "\n";
  text.append("title = \"").append(title).append("\"\nsummary = \"Om ").append(title);
  text.append(".\"\ntype = \"INS\"\nunit = \"avd\"\nowner = \"KSA\"\nregimes = [\"HSL\"]\n");
  text.append("audience = [\"SSK\"]\nrequirements = [\"sosfs-2011-9/6:1\"]\nchange_kind = ");
  text.append(number == 1 ? "\"new\"\n" : "\"substantive\"\nchange_note = \"Ny ordning.\"\n");
  text.append("audience_scope = \"").append(scope).append("\"\n+++\n\n## Så gör du\n\nLäs ");
  text.append(title).append(".\n").append(file).append(".approval.toml\nsubmitted = ");
  text.append(from).append("\n");
  for (const auto& [step, role] : {std::pair("drafted", "KSA"), std::pair("consulted", "MAS"),
                                   std::pair("reviewed", "KCH"), std::pair("approved", "DIR")}) {
    text.append("\n[[signature]]\nstep = \"").append(step).append("\"\nrole = \"").append(role);
    text.append("\"\non = ").append(from).append("\n");
    const std::string_view name = step;
    if (name == "reviewed" || name == "approved") text.append("digest = \"sha256:auto\"\n");
  }
  text.append("\n[validity]\nvalid_from = ").append(from).append("\nnext_review = 2027-11-01\n");
  return text;
}

const std::string form = "//- documents/INS-002/1/karta.pdf\n%PDF-1.4\n";
const std::string way_to_it =
    "//- registers/redirects.toml\n[[redirect]]\nfrom = \"hitta/index.html\"\n"
    "to = \"dokument/INS-002/index.html\"\nsince = 2026-01-01\n";

/// A text for everybody, with a form and a moved address.
std::string open_text() {
  return revision(1, "external", std::string(canary) + " foder", "2026-01-01") + form + way_to_it;
}

/// A handbook and the folder that it is published to.
struct Press {
  explicit Press(FileTree files) : sources(std::move(files)) {}

  MemoryDisk disk;
  FileTree sources;
  FileTree theme = default_theme_files();
  std::string profile;
  bool changes_profile = false;
  Moment now = start;

  PublishResult publish() {
    const Isolate isolate = run_in_place;
    BuildOptions options;
    options.as_of = *Date::parse("2026-11-21");
    options.profile = profile;
    now += 3'600;
    return handbok::publish(
        {sources, theme, options, isolate, now, Language::english, changes_profile}, disk);
  }

  Ledger ledger() { return std::get<Ledger>(replay_ledger(disk)); }

  /// Makes the ledger one of a version that did not say whose it is.
  void forget_profile() {
    const auto before = ledger();
    auto previous = digest_name("");
    for (auto entry : before.entries()) {
      entry.state.profile.clear();
      entry.previous = previous;
      const auto bytes = write_entry(entry);
      disk.remove(layout::ledger_entry(entry.number));
      disk.put(layout::ledger_entry(entry.number), bytes);
      previous = digest_name(bytes);
    }
  }
};

std::vector<std::string> told(const PublishResult& result, Code code) {
  std::vector<std::string> subjects;
  for (const auto& diagnostic : result.report.diagnostics)
    if (diagnostic.code == code) subjects.push_back(diagnostic.subject);
  std::ranges::sort(subjects);
  return subjects;
}

void check_whole(Disk& disk) {
  for (const auto& fault : verify_target(disk, {}).faults)
    CHECK(fault_text(fault, Language::english) == "");
}

/// The files of the served site that hold the words, in name or bytes.
std::vector<std::string> files_with(Disk& disk, const std::string& words) {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : served_site(disk)) {
    const bool has_words =
        path.find(words) != std::string::npos || bytes.find(words) != std::string::npos;
    if (has_words) paths.push_back(path);
  }
  return paths;
}

}  // namespace

TEST_CASE("a folder remembers the profile that it is for, and takes no other",
          "[publish][profile]") {
  Press press(sources_with(open_text()));
  press.profile = "external";
  REQUIRE(press.publish().outcome == PublishOutcome::published);
  CHECK(press.ledger().profile() == "external");
  CHECK(press.publish().outcome == PublishOutcome::unchanged);
  CHECK(press.ledger().entries().back().state.profile == "external");
  const auto before = press.disk.all_files();
  const auto site = served_site(press.disk);

  press.profile = "";
  const auto refused = press.publish();
  CHECK(refused.outcome == PublishOutcome::other_profile);
  CHECK(refused.profile == "external");
  CHECK(press.disk.all_files() == before);
  CHECK(served_site(press.disk) == site);
  CHECK(files_with(press.disk, "INS-001").empty());
  check_whole(press.disk);
}

TEST_CASE("a profile that was given another name keeps its folder if that is said",
          "[publish][profile]") {
  Press press(sources_with(open_text()));
  REQUIRE(press.publish().outcome == PublishOutcome::published);
  press.sources.files().at("handbook.toml") +=
      "\n[[profile]]\nid = \"alla\"\nshows = [\"internal\", \"external\"]\n";
  press.profile = "alla";
  CHECK(press.publish().outcome == PublishOutcome::other_profile);
  press.changes_profile = true;
  CHECK(press.publish().outcome == PublishOutcome::unchanged);
  CHECK(press.ledger().profile() == "alla");
  check_whole(press.disk);

  // A change of profile by mistake closes nothing.
  const auto site = served_site(press.disk);
  press.profile = "external";
  const auto stopped = press.publish();
  CHECK(stopped.outcome == PublishOutcome::stopped);
  CHECK_FALSE(told(stopped, "publish.archive-missing"_code).empty());
  CHECK(served_site(press.disk) == site);
  check_whole(press.disk);
}

TEST_CASE("a folder of a version that did not say becomes nobody's by mistake",
          "[publish][profile]") {
  Press press(sources_with(""));
  publish_small(press.disk, small_site("a"), start);
  CHECK(press.ledger().profile().empty());
  const auto result = press.publish();
  CHECK(result.outcome == PublishOutcome::stopped);
  CHECK(told(result, "publish.archive-missing"_code) == std::vector<std::string>{"RUT-001@1"});
  check_whole(press.disk);
}

TEST_CASE("a folder that does not say whose it is closes nothing until it is claimed",
          "[publish][profile]") {
  Press press(sources_with(open_text()));
  press.profile = "external";
  REQUIRE(press.publish().outcome == PublishOutcome::published);
  press.forget_profile();
  REQUIRE(press.ledger().profile().empty());
  press.sources =
      sources_with(open_text() + revision(2, "internal", "Hitta till buren", "2026-11-20"));
  CHECK(press.publish().outcome == PublishOutcome::stopped);
  CHECK(served_site(press.disk).at(page).find(canary) != std::string::npos);
  press.changes_profile = true;
  CHECK(press.publish().outcome == PublishOutcome::published);
  CHECK(press.ledger().profile() == "external");
  CHECK(served_site(press.disk).at(page).find(closed_words) != std::string::npos);
}

TEST_CASE("a text that is no longer for everybody is closed outside, without a word of it",
          "[publish][profile]") {
  Press press(sources_with(open_text()));
  press.profile = "external";
  REQUIRE(press.publish().outcome == PublishOutcome::published);
  auto site = served_site(press.disk);
  REQUIRE(site.contains("dokument/INS-002/1/karta.pdf"));
  REQUIRE(site.contains("hitta/index.html"));
  CHECK(site.at(page).find(canary) != std::string::npos);

  press.sources = sources_with(
      open_text() + revision(2, "restricted", std::string(canary) + " bur", "2026-11-20"));
  const auto result = press.publish();
  REQUIRE(result.outcome == PublishOutcome::published);
  CHECK(result.report.withheld.empty());
  CHECK(told(result, "publish.closed"_code) ==
        std::vector<std::string>{"INS-002@1", "hitta/index.html", "k/INS-002-1.html"});
  CHECK(files_with(press.disk, canary).empty());
  site = served_site(press.disk);
  for (const auto* const path :
       {page, "dokument/INS-002/1.html", "dokument/INS-002/historik.html", "hitta/index.html"}) {
    INFO(path);
    REQUIRE(site.contains(path));
    CHECK(site.at(path).find(closed_words) != std::string::npos);
    CHECK(site.at(path).find("noindex") != std::string::npos);
  }
  CHECK_FALSE(site.contains("dokument/INS-002/1/karta.pdf"));
  CHECK_FALSE(site.contains("dokument/INS-002/2.html"));
  const auto manifest = press.disk.read(layout::manifest(result.release));
  CHECK(manifest.find("revision INS-002@1 sha256:") != std::string::npos);
  CHECK(manifest.find("closed dokument/INS-002/1/karta.pdf\n") != std::string::npos);
  CHECK(manifest.find("INS-002@2") == std::string::npos);
  check_whole(press.disk);

  // Night after night it is closed, and told of once.
  CHECK(press.publish().outcome == PublishOutcome::unchanged);
  press.sources.put("registers/terms.toml", *press.sources.find("registers/terms.toml") +
                                                "\n[[term]]\nid = \"foder\"\nterm = \"foder\"\n"
                                                "definition = \"Det som djur äter.\"\n");
  const auto later = press.publish();
  CHECK(later.outcome == PublishOutcome::published);
  CHECK(told(later, "publish.closed"_code).empty());
  CHECK(served_site(press.disk).at(page).find(closed_words) != std::string::npos);
  check_whole(press.disk);
}

TEST_CASE("what was closed opens again at its old addresses", "[publish][profile]") {
  Press press(sources_with(open_text()));
  press.profile = "external";
  REQUIRE(press.publish().outcome == PublishOutcome::published);
  const auto narrow = open_text() + revision(2, "internal", "Hitta till buren", "2026-11-19");
  press.sources = sources_with(narrow);
  REQUIRE(press.publish().outcome == PublishOutcome::published);
  CHECK(files_with(press.disk, canary).empty());
  press.sources = sources_with(narrow + revision(3, "external", "Hitta till alla", "2026-11-20"));
  REQUIRE(press.publish().outcome == PublishOutcome::published);
  const auto site = served_site(press.disk);
  CHECK(site.at(page).find("Hitta till alla") != std::string::npos);
  CHECK(site.at("dokument/INS-002/1.html").find(canary) != std::string::npos);
  CHECK(site.contains("dokument/INS-002/1/karta.pdf"));
  CHECK_FALSE(site.contains("dokument/INS-002/2.html"));
  check_whole(press.disk);
}

TEST_CASE("a text for a few leaves the organisation's own site in the same way",
          "[publish][profile]") {
  Press press(sources_with(open_text()));
  REQUIRE(press.publish().outcome == PublishOutcome::published);
  press.sources = sources_with(
      open_text() + revision(2, "restricted", std::string(canary) + " bur", "2026-11-20"));
  const auto result = press.publish();
  REQUIRE(result.outcome == PublishOutcome::published);
  CHECK(files_with(press.disk, canary).empty());
  CHECK(served_site(press.disk).at(page).find(closed_words) != std::string::npos);
  check_whole(press.disk);
}

TEST_CASE("an error closes nothing: what readers have stands", "[publish][profile][withheld]") {
  Press press(sources_with(open_text()));
  press.profile = "external";
  REQUIRE(press.publish().outcome == PublishOutcome::published);
  const auto before = served_site(press.disk);
  press.sources = sources_with(
      open_text() + revision(2, "restricted", std::string(canary) + " bur", "2026-11-20"));
  auto& text = press.sources.files().at("documents/INS-002/2.md");
  text += "Och mer.\n";  // nobody has approved that, so nobody has decided whom it is for
  const auto result = press.publish();
  CHECK(result.outcome != PublishOutcome::stopped);
  const auto after = served_site(press.disk);
  for (const auto* const path :
       {page, "dokument/INS-002/1.html", "dokument/INS-002/1/karta.pdf", "hitta/index.html"}) {
    INFO(path);
    REQUIRE(after.contains(path));
    CHECK(after.at(path) == before.at(path));
  }
  CHECK(files_with(press.disk, "hemliga bur").empty());
  check_whole(press.disk);
}

TEST_CASE("a text that is taken away is missed, whatever is closed", "[publish][profile]") {
  Press press(sources_with(open_text()));
  press.profile = "external";
  REQUIRE(press.publish().outcome == PublishOutcome::published);
  press.sources =
      sources_with(revision(2, "restricted", std::string(canary) + " bur", "2026-11-20"));
  const auto result = press.publish();
  CHECK(result.outcome == PublishOutcome::stopped);
  CHECK(told(result, "publish.archive-missing"_code) == std::vector<std::string>{"INS-002@1"});
  check_whole(press.disk);
}

TEST_CASE("a theme that tells what is for a few stops the publication", "[publish][profile]") {
  Press press(sources_with(revision(1, "restricted", std::string(canary) + " bur", "2026-01-01")));
  REQUIRE(press.publish().outcome == PublishOutcome::published);
  const auto site = served_site(press.disk);
  auto frame = *press.theme.find("templates/frame.mustache");
  frame.insert(frame.find("<footer"), "<p>" + std::string(canary) + " bur</p>");
  press.theme.put("templates/frame.mustache", frame);
  const auto result = press.publish();
  CHECK(result.outcome == PublishOutcome::stopped);
  const auto subjects = told(result, "publish.hidden"_code);
  REQUIRE_FALSE(subjects.empty());
  CHECK(subjects.front() == "INS-002@1");
  CHECK(served_site(press.disk) == site);
  check_whole(press.disk);

  // The same title as a heading of the interface says nothing about the document.
  press.theme = default_theme_files();
  auto words = *press.theme.find("lang/sv.toml");
  const std::string title = "title = \"Sidan finns inte\"";
  words.replace(words.find(title), title.size(), "title = \"" + std::string(canary) + " bur\"");
  press.theme.put("lang/sv.toml", words);
  CHECK(press.publish().outcome == PublishOutcome::published);
}

TEST_CASE("what verify misses is told unless it was closed", "[publish][verify]") {
  MemoryDisk disk;
  publish_small(disk, small_site("a"), start);
  auto site = small_site("b");
  site.erase("dokument/RUT-001/1/blankett.pdf");
  SECTION("not said") {
    publish_small(disk, site, start + 1);
    const auto faults = verify_target(disk, {}).faults;
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().kind == TargetFaultKind::address_gone);
  }
  SECTION("closed") {
    publish_small(disk, site, start + 1, {"dokument/RUT-001/1/blankett.pdf"});
    check_whole(disk);
  }
}

}  // namespace handbok::test
