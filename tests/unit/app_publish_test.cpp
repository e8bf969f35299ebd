// The whole pipeline on a disk in memory: what a change of the sources does to what readers get.
#include <catch2/catch.hpp>

#include "app/publish.hpp"
#include "base/strings.hpp"
#include "publish/layout.hpp"
#include "publish/ledger.hpp"
#include "publish/verify.hpp"
#include "support/code.hpp"
#include "support/demo.hpp"
#include "support/fixture.hpp"
#include "support/memory_disk.hpp"
#include "support/small_publication.hpp"

namespace handbok::test {
namespace {

constexpr Moment start = 1'795'219'200;  // 2026-11-21
constexpr Moment hour = 3'600;
constexpr auto instruction = "documents/INS-001/1.md";
constexpr auto instruction_page = "dokument/INS-001/index.html";

/// The fixtures' handbook with these lines of a fixture.
FileTree sources_with(const std::string& lines) {
  const auto text = "// as-of: 2026-11-21\n//= case\n" + lines;
  return parse_fixture("publication", text).cases.front().sources;
}

/// A draft, with a sentence of its own.
constexpr auto draft = R"(//- documents/INS-002/1.md
+++
id = "INS-002"
revision = 1
title = "Stänga dörren"
type = "INS"
unit = "avd"
owner = "KSA"
regimes = ["HSL"]
audience = ["SSK"]
requirements = ["sosfs-2011-9/6:1"]
change_kind = "new"
+++

Stäng dörren efter dig när du lämnar rummet för kvällen.
)";

/// A second document, approved.
const std::string second_document =
    std::string(draft) +
    R"(//- documents/INS-002/1.approval.toml (like documents/INS-001/1.approval.toml)
)";

/// A handbook and where it is published to.
struct Press {
  MemoryDisk disk;
  FileTree sources = sources_with("");
  BuildOptions options;
  Moment now = start;
  Isolate isolate = run_in_place;

  PublishResult publish() {
    options.as_of = *Date::parse("2026-11-21");
    const auto& theme = handbok::default_theme();
    now += hour;
    return handbok::publish({sources, theme, options, isolate, now, Language::english}, disk);
  }
};

std::vector<std::string> codes_of(const PublishResult& result) {
  std::vector<std::string> codes;
  for (const auto& diagnostic : result.report.diagnostics) {
    if (diagnostic.severity == Severity::error) codes.emplace_back(info_of(diagnostic.code).name);
  }
  return codes;
}

void check_whole(Disk& disk) {
  for (const auto& fault : verify_target(disk, {}).faults)
    CHECK(fault_text(fault, Language::english) == "");
}

TEST_CASE("the first publication is whole, and its status says what is published",
          "[publish][app]") {
  Press press;
  const auto result = press.publish();
  REQUIRE(result.outcome == PublishOutcome::published);
  CHECK(result.release == 1);
  CHECK(result.report.withheld.empty());
  const auto site = served_site(press.disk);
  CHECK(site.at(instruction_page).find("Skriv ett ord i sökrutan") != std::string::npos);
  CHECK(press.disk.read("build-status.json").find("\"release\": \"000001\"") != std::string::npos);
  CHECK(press.disk.read("reports/000001.txt").find("INS-001@1 Hitta i handboken") !=
        std::string::npos);
  check_whole(press.disk);
}

TEST_CASE("a publication with nothing new is a heartbeat", "[publish][app]") {
  Press press;
  press.publish();
  const auto before = press.disk.read("build-status.json");
  const auto calls = press.disk.calls();
  const auto result = press.publish();
  CHECK(result.outcome == PublishOutcome::unchanged);
  CHECK(result.release == 1);
  CHECK(press.disk.calls() - calls < 20);
  CHECK(press.disk.read("build-status.json") != before);
  CHECK(press.disk.names_in("ledger").size() == 3);
  check_whole(press.disk);
}

TEST_CASE("what a killed process cost comes back with the next publication", "[publish][app]") {
  Press press;
  press.isolate = [](const std::vector<Work>& works) {
    return std::vector<WorkResult>(works.size(), Unexpected{IsolationFailure::died});
  };
  CHECK(press.publish().report.withheld.size() == 1);
  press.isolate = run_in_place;
  const auto healed = press.publish();
  CHECK(healed.outcome == PublishOutcome::published);
  CHECK(healed.report.withheld.empty());
  CHECK(press.publish().outcome == PublishOutcome::unchanged);
}

TEST_CASE("a document that cannot be read stands as it was until it can", "[publish][app]") {
  for (const std::string path : {"documents/INS-001", "documents/INS-001/1.md"}) {
    INFO(path);
    Press press;
    press.sources = sources_with(second_document);
    press.publish();
    const auto before = served_site(press.disk);
    const auto whole = press.sources;
    std::erase_if(press.sources.files(),
                  [&](const auto& file) { return file.first.starts_with(path); });
    press.sources.add_unread({path, UnreadReason::unreadable, 0, 0});
    const auto result = press.publish();
    CHECK(result.outcome != PublishOutcome::stopped);
    CHECK(join(codes_of(result), " ") == "file.unreadable");
    const auto during = served_site(press.disk);
    CHECK(during.at(instruction_page) == before.at(instruction_page));
    CHECK(during.contains("dokument/INS-002/index.html"));
    press.sources = whole;
    press.publish();
    CHECK(served_site(press.disk) == before);
    check_whole(press.disk);
  }
}

TEST_CASE("a change that no reader can see is a heartbeat too", "[publish][app]") {
  Press press;
  press.publish();
  press.sources.put("registers/roles.toml", *press.sources.find("registers/roles.toml") + "\n");
  CHECK(press.publish().outcome == PublishOutcome::unchanged);
  check_whole(press.disk);
}

TEST_CASE("a new document is a release in which the rest is linked", "[publish][app]") {
  Press press;
  press.publish();
  press.sources = sources_with(second_document);
  const auto result = press.publish();
  REQUIRE(result.outcome == PublishOutcome::published);
  CHECK(result.release == 3);
  CHECK(served_site(press.disk).contains("dokument/INS-002/1.html"));
  CHECK(result.counts.linked > 0);
  const auto identity = [&](const std::string& path) { return press.disk.status(path)->identity; };
  CHECK(identity("releases/000003/dokument/INS-001/historik.html") ==
        identity("releases/000001/dokument/INS-001/historik.html"));
  CHECK(press.disk.read("reports/000003.txt").find("INS-002@1") != std::string::npos);
  check_whole(press.disk);
}

TEST_CASE("a text that was changed after its approval leaves its pages as they were",
          "[publish][app][withheld]") {
  Press press;
  press.sources = sources_with(second_document);
  press.publish();
  const auto before = served_site(press.disk);
  auto changed = *press.sources.find(instruction);
  changed.replace(changed.find("sökrutan"), std::string("sökrutan").size(), "rutan");
  press.sources.put(instruction, changed);
  const auto result = press.publish();
  CHECK(result.state.withheld == std::vector<std::string>{"INS-001@1"});
  const auto after = served_site(press.disk);
  CHECK(after.at(instruction_page) == before.at(instruction_page));
  CHECK(after.at("dokument/INS-001/1.html") == before.at("dokument/INS-001/1.html"));
  check_whole(press.disk);

  press.options.strictness = Strictness::stop;
  CHECK(press.publish().outcome == PublishOutcome::stopped);
  CHECK(served_site(press.disk) == after);
  check_whole(press.disk);
}

TEST_CASE("a text that was changed and approved again under its number is not the original",
          "[publish][app][withheld]") {
  Press press;
  press.publish();
  const auto before = served_site(press.disk);
  // The fixture reader fills in the digest of the text as it is now.
  press.sources = sources_with(R"(//- documents/INS-001/1.md
+++
id = "INS-001"
revision = 1
title = "Hitta i handboken"
type = "INS"
unit = "avd"
owner = "KSA"
regimes = ["HSL"]
audience = ["DIR", "EC", "KCH", "KSA", "MAS", "SSK"]
requirements = ["sosfs-2011-9/6:1"]
change_kind = "new"
+++

## Så hittar du

Fråga en kollega.
)");
  const auto result = press.publish();
  CHECK(codes_of(result) == std::vector<std::string>{"publish.not-original"});
  CHECK(served_site(press.disk).at(instruction_page) == before.at(instruction_page));
  check_whole(press.disk);
}

TEST_CASE("a published revision that is taken away stops the publication", "[publish][app]") {
  Press press;
  press.sources = sources_with(second_document);
  press.publish();
  const auto before = served_site(press.disk);
  press.sources = sources_with("");
  const auto result = press.publish();
  CHECK(result.outcome == PublishOutcome::stopped);
  const auto codes = codes_of(result);
  CHECK(std::ranges::count(codes, "publish.archive-missing") == 1);
  CHECK(served_site(press.disk) == before);
  check_whole(press.disk);
}

TEST_CASE("a page that disappears stops the publication until it is redirected", "[publish][app]") {
  Press press;
  const auto roles = *press.sources.find("registers/roles.toml");
  press.sources.put("registers/roles.toml",
                    roles + "\n[[role]]\nid = \"VIK\"\nname = \"Vikarie\"\n");
  REQUIRE(press.publish().outcome == PublishOutcome::published);
  press.sources.put("registers/roles.toml", roles);
  const auto stopped = press.publish();
  CHECK(stopped.outcome == PublishOutcome::stopped);
  const auto codes = codes_of(stopped);
  REQUIRE_FALSE(codes.empty());
  CHECK(std::ranges::all_of(codes, [](const auto& code) { return code == "publish.url-changed"; }));
  check_whole(press.disk);

  std::string redirects;
  for (const auto& diagnostic : stopped.report.diagnostics) {
    if (diagnostic.code != "publish.url-changed"_code) continue;
    redirects += "[[redirect]]\nfrom = \"" + diagnostic.subject +
                 "\"\nto = \"roller/index.html\"\nsince = 2026-11-21\n";
  }
  press.sources.put("registers/redirects.toml", redirects);
  const auto published = press.publish();
  INFO(redirects << join(codes_of(published), ", "));
  CHECK(published.outcome == PublishOutcome::published);
  const auto page = served_site(press.disk).at("roller/VIK/index.html");
  CHECK(page.find("content=\"0; url=../../roller/index.html\"") != std::string::npos);
  check_whole(press.disk);
}

TEST_CASE("no word of a draft reaches the site, and a theme that tells it stops the publication",
          "[publish][app]") {
  Press press;
  press.sources = sources_with(draft);
  REQUIRE(press.publish().outcome == PublishOutcome::published);
  for (const auto& [path, bytes] : served_site(press.disk))
    CHECK(bytes.find("Stäng dörren efter dig") == std::string::npos);

  auto theme = handbok::default_theme();
  auto frame = *theme.find("templates/frame.mustache");
  frame.insert(frame.find("<footer"),
               "<p>Stäng dörren efter dig när du lämnar rummet för kvällen</p>");
  theme.put("templates/frame.mustache", frame);
  const Isolate isolate = run_in_place;
  press.now += hour;
  const auto result = handbok::publish(
      {press.sources, theme, press.options, isolate, press.now, Language::english}, press.disk);
  CHECK(result.outcome == PublishOutcome::stopped);
  const auto codes = codes_of(result);
  CHECK(std::ranges::count(codes, "publish.unapproved") > 0);
  check_whole(press.disk);
}

TEST_CASE("damage to what is served is mended by the next publication", "[publish][app]") {
  Press press;
  press.publish();
  press.disk.change_bytes("releases/000001/index.html", "broken");
  const auto result = press.publish();
  CHECK(result.outcome == PublishOutcome::published);
  CHECK(served_site(press.disk).at("index.html") != "broken");
}

TEST_CASE("a damaged ledger stops before anything is touched", "[publish][app]") {
  Press press;
  press.publish();
  const auto entry = layout::ledger_entry(2);
  press.disk.change_bytes(entry, press.disk.read(entry) + " ");
  const auto result = press.publish();
  CHECK(result.outcome == PublishOutcome::target_fault);
  CHECK(result.fault->path == entry);
}

TEST_CASE("without space, and with a clock far behind, nothing is published", "[publish][app]") {
  Press press;
  press.disk.set_free_bytes(1000);
  CHECK(press.publish().outcome == PublishOutcome::no_space);
  press.disk.set_free_bytes(std::uint64_t{1} << 40U);
  CHECK(press.publish().outcome == PublishOutcome::published);
  press.now -= 30 * hour;
  CHECK(press.publish().outcome == PublishOutcome::clock_behind);
  check_whole(press.disk);
}

}  // namespace
}  // namespace handbok::test
