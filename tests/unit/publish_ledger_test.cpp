#include <catch2/catch.hpp>

#include "app/publish_metrics.hpp"
#include "base/sha256.hpp"
#include "publish/layout.hpp"
#include "publish/ledger.hpp"
#include "publish/publication_report.hpp"
#include "publish/release_manifest.hpp"
#include "support/memory_disk.hpp"

namespace handbok::test {
namespace {

constexpr Moment start = 1'700'000'000;

LedgerEntry entry_of(EntryType type, int number, int release, const std::string& previous) {
  LedgerEntry entry;
  entry.number = number;
  entry.type = type;
  entry.time = start + number;
  entry.previous = previous;
  entry.release = release;
  if (type == EntryType::prepare) entry.manifest = digest_name("manifest");
  const bool has_state = type == EntryType::prepare || type == EntryType::heartbeat;
  if (has_state) {
    entry.state = {*Date::parse("2026-11-21"), "0.1.0", digest_name("input"), 38, 1, 30, 9,
                   {"RUT-001@3", "RUT-002@1"}};
  }
  if (type == EntryType::prepare) entry.revisions = {"RUT-001@2"};
  if (type == EntryType::pruned) entry.decision = "Beslut 12";
  if (type == EntryType::pruned) entry.thinned = {1, 3};
  return entry;
}

/// Writes entries of these types, each naming the one before; the release is the newest prepared.
std::variant<Ledger, TargetFault> replay(const std::vector<EntryType>& types) {
  MemoryDisk disk;
  disk.make_folder("ledger");
  auto previous = digest_name("");
  int release = 0;
  int number = 0;
  for (const auto type : types) {
    ++number;
    if (type == EntryType::prepare) release = number;
    const auto bytes = write_entry(entry_of(type, number, release, previous));
    disk.put(layout::ledger_entry(number), bytes);
    previous = digest_name(bytes);
  }
  return replay_ledger(disk);
}

bool is_possible(const std::vector<EntryType>& types) {
  return std::holds_alternative<Ledger>(replay(types));
}

}  // namespace

TEST_CASE("a moment is written and read to the second", "[publish][ledger]") {
  CHECK(to_text(Moment{0}) == "1970-01-01T00:00:00Z");
  CHECK(to_text(Moment{1'795'219'199}) == "2026-11-20T23:59:59Z");
  CHECK(parse_moment("2026-11-20T23:59:59Z") == Moment{1'795'219'199});
  for (const auto* const text : {"", "2026-11-20", "2026-11-20T24:00:00Z", "2026-11-20T23:60:00Z",
                                 "2026-11-20t23:59:59Z", "2026-02-30T00:00:00Z"})
    CHECK_FALSE(parse_moment(text));
}

TEST_CASE("an entry is read as it was written, and nothing else is", "[publish][ledger]") {
  for (const auto type : {EntryType::prepare, EntryType::published, EntryType::abandoned,
                          EntryType::heartbeat, EntryType::pruned}) {
    const auto text = write_entry(entry_of(type, 1, 1, digest_name("")));
    const auto read = parse_entry(text);
    REQUIRE(read);
    CHECK(write_entry(*read) == text);
    for (std::size_t i = 0; i < text.size(); ++i) {
      auto changed = text;
      changed[i] = static_cast<char>(changed[i] ^ 4);
      CHECK_FALSE(parse_entry(changed));
      CHECK_FALSE(parse_entry(text.substr(0, i)));
    }
    CHECK_FALSE(parse_entry(text + "\n"));
  }
}

TEST_CASE("a ledger goes through the states that publishing goes through", "[publish][ledger]") {
  using enum EntryType;
  CHECK(is_possible({}));
  CHECK(is_possible({prepare}));
  CHECK(is_possible({prepare, published, heartbeat, heartbeat, prepare, published}));
  CHECK(is_possible({prepare, abandoned, prepare, published}));
  CHECK_FALSE(is_possible({published}));
  CHECK_FALSE(is_possible({heartbeat}));
  CHECK_FALSE(is_possible({prepare, prepare}));
  CHECK_FALSE(is_possible({prepare, heartbeat}));
  CHECK_FALSE(is_possible({prepare, published, published}));
  CHECK_FALSE(is_possible({prepare, abandoned, heartbeat}));
}

TEST_CASE("an entry says for whom the site is, and older ones say nothing", "[publish][ledger]") {
  auto entry = entry_of(EntryType::prepare, 1, 1, digest_name(""));
  const auto before = write_entry(entry);
  CHECK(before.find("profile") == std::string::npos);
  CHECK(parse_entry(before)->state.profile.empty());
  entry.state.profile = "external";
  const auto text = write_entry(entry);
  CHECK(text.find("\nprofile = \"external\"\n") != std::string::npos);
  REQUIRE(parse_entry(text));
  CHECK(parse_entry(text)->state.profile == "external");
  entry.state.commit = std::string(40, 'a');
  entry.state.fetched = *parse_moment("2026-11-20T01:00:00Z");
  const auto fetched = parse_entry(write_entry(entry));
  REQUIRE(fetched);
  CHECK(fetched->state.commit == entry.state.commit);
  CHECK(fetched->state.fetched == entry.state.fetched);
  auto without = text;
  without.erase(without.find("profile"), std::string("profile = \"external\"\n").size());
  CHECK_FALSE(parse_entry(without));  // the seal is of what was there
}

TEST_CASE("a ledger is of the profile that its newest effective entry names", "[publish][ledger]") {
  Ledger ledger;
  CHECK(ledger.profile().empty());
  const auto add = [&](EntryType type, int release, const std::string& profile) {
    const auto number = static_cast<int>(ledger.entries().size()) + 1;
    auto entry = entry_of(type, number, release, ledger.digest_of(number - 1));
    entry.state.profile = profile;
    const auto fault = ledger.append(layout::ledger_entry(number), write_entry(entry));
    REQUIRE_FALSE(fault);
  };
  add(EntryType::prepare, 1, "internal");
  CHECK(ledger.profile().empty());  // nothing has been served yet
  add(EntryType::published, 1, "");
  CHECK(ledger.profile() == "internal");
  add(EntryType::heartbeat, 1, "");  // by a version that did not say
  CHECK(ledger.profile() == "internal");
  add(EntryType::prepare, 4, "external");
  add(EntryType::abandoned, 4, "");
  CHECK(ledger.profile() == "internal");
  add(EntryType::heartbeat, 1, "all");
  CHECK(ledger.profile() == "all");
}

TEST_CASE("an abandoned release was never served", "[publish][ledger]") {
  using enum EntryType;
  const auto ledger = std::get<Ledger>(replay({prepare, published, prepare, abandoned}));
  CHECK(ledger.last_published()->release == 1);
  CHECK(ledger.published().size() == 1);
  CHECK(ledger.last_checked()->number == 1);
  CHECK(ledger.unfinished() == nullptr);
}

TEST_CASE("a manifest is read as it was written, and nothing else is", "[publish][manifest]") {
  ReleaseManifest manifest;
  manifest.release = 42;
  manifest.as_of = *Date::parse("2026-11-21");
  manifest.revisions["RUT-001@3"] = {digest_name("text"), "dokument/RUT-001/3.html"};
  manifest.files["index.html"] = {digest_name("a"), 1, 40};
  manifest.assets["assets/handbook-1.css"] = {digest_name("b"), 12, 1};
  manifest.reports["reports/000042.txt"] = {digest_name("c"), 3, 42};
  const auto text = write_manifest(manifest);
  const auto read = parse_manifest(text);
  REQUIRE(read);
  CHECK(read->files == manifest.files);
  CHECK(read->revisions == manifest.revisions);
  CHECK(read->site_bytes() == 13);
  CHECK_FALSE(parse_manifest(text + "x"));
  CHECK_FALSE(parse_manifest(text.substr(1)));
  CHECK_FALSE(parse_manifest(text + "file sha256:1 1 1 z\nfile sha256:1 1 1 a\n"));

  // What is closed stands last; a manifest of a version that closed nothing has no such line.
  CHECK(text.find("closed") == std::string::npos);
  CHECK(text.find("\nsigned ") == std::string::npos);
  manifest.signed_steps["RUT-001@3"] = digest_name("signatures");
  const auto with_signed = parse_manifest(write_manifest(manifest));
  REQUIRE(with_signed);
  CHECK(with_signed->signed_steps == manifest.signed_steps);
  CHECK_FALSE(is_same_site(*read, *with_signed));
  CHECK(parse_manifest(text + "closed a.html\nclosed b.pdf\n")->closed.size() == 2);
  CHECK_FALSE(parse_manifest(text + "closed b.pdf\nclosed a.html\n"));
  CHECK_FALSE(parse_manifest("closed a.html\n" + text));
  CHECK_FALSE(parse_manifest(text + "closed \nclosed\n"));
  CHECK_FALSE(is_same_site(*read, *parse_manifest(text + "closed a.html\n")));
}

TEST_CASE("diagnostics are new or solved by code, subject and file, whatever their sentence counts",
          "[publish][report]") {
  const KnownDiagnostic yesterday{"doc.review-overdue",     "warning",    "KSA", "RUT-001",
                                  "documents/RUT-001/1.md", "4 days late"};
  auto today = yesterday;
  today.sentence = "5 days late";
  auto other = yesterday;
  other.subject = "RUT-002";
  CHECK(without({today}, {yesterday}).empty());
  CHECK(without({today, today}, {yesterday}).size() == 1);
  CHECK(without({today, other}, {yesterday}).front().subject == "RUT-002");
  const auto text = write_known_diagnostics({today, other});
  CHECK(write_known_diagnostics(parse_known_diagnostics(text)) == text);
}

TEST_CASE("the report tells each owner what is new, solved and left", "[publish][report]") {
  PublicationReport report;
  report.release = 7;
  report.previous_release = 5;
  report.state.as_of = *Date::parse("2026-11-21");
  report.state.withheld = {"RUT-009@2"};
  report.new_diagnostics = {{"doc.orphan", "note", "KSA", "RUT-001", "a.md", "<b> & nobody"}};
  report.solved_diagnostics = {{"doc.orphan", "note", "MAS", "RUT-002", "b.md", "solved"}};
  report.remaining_diagnostics = {{"doc.orphan", "note", "MAS", "RUT-003", "c.md", "left"}};
  report.changed_pages = {"index.html"};
  const auto text = report_text(report, Language::english);
  for (const auto* const part :
       {"Publication 000007", "The one before was 000005.", "changed: index.html", "RUT-009@2",
        "RUT-001: <b> & nobody [doc.orphan] a.md", "RUT-002: solved", "Left since before: 1"}) {
    INFO(part);
    CHECK(text.find(part) != std::string::npos);
  }
  CHECK(text.find("RUT-003") == std::string::npos);
  const auto html = report_html(report, Language::swedish);
  CHECK(html.find("&lt;b&gt; &amp; nobody") != std::string::npos);
  CHECK(html.find("lang=\"sv\"") != std::string::npos);
  CHECK(report_json(report).find("\"remaining_diagnostics\"") != std::string::npos);
}

TEST_CASE("an entry says in which format it is written", "[publish][ledger]") {
  CHECK(write_entry(entry_of(EntryType::heartbeat, 1, 1, digest_name("")))
            .starts_with("# handbok-ledger-v1\n"));
  CHECK(write_entry(entry_of(EntryType::pruned, 1, 1, digest_name("")))
            .starts_with("# handbok-ledger-v2\n"));
  const auto fault_of = [](const std::string& bytes) {
    MemoryDisk disk;
    disk.make_folder("ledger");
    disk.put(layout::ledger_entry(1), bytes);
    return std::get<TargetFault>(replay_ledger(disk)).kind;
  };
  CHECK(fault_of("# handbok-ledger-v3\nanything\n") == TargetFaultKind::ledger_entry_newer);
  CHECK(fault_of("# handbok-ledger-v2\nanything\n") == TargetFaultKind::ledger_entry_malformed);
  CHECK(fault_of("# handbok-ledger-vX\n") == TargetFaultKind::ledger_entry_malformed);
}

TEST_CASE("a run tells monitors how it went", "[publish][metrics]") {
  PublishResult result;
  result.outcome = PublishOutcome::published;
  result.release = 7;
  result.entries = 8;
  result.checked = start;
  result.state.documents = 38;
  result.state.errors = 2;
  result.state.withheld = {"RUT-001@3"};
  const auto text = publish_metrics(result, "/srv/\"a\\b\"", start);
  for (const auto* const line :
       {R"(handbok_last_run_success{target="/srv/\"a\\b\""} 1)",
        R"(handbok_last_run_outcome{target="/srv/\"a\\b\"",outcome="published"} 1)",
        R"(handbok_checked_timestamp_seconds{target="/srv/\"a\\b\""} 1700000000)",
        R"(handbok_findings{target="/srv/\"a\\b\"",severity="error"} 2)",
        R"(handbok_withheld_revisions{target="/srv/\"a\\b\""} 1)"}) {
    INFO(line);
    CHECK(text.find(std::string("\n") + line + "\n") != std::string::npos);
  }
  result.outcome = PublishOutcome::no_space;
  result.checked = 0;
  const auto failed = publish_metrics(result, "t", start);
  CHECK(failed.find("handbok_last_run_success{target=\"t\"} 0\n") != std::string::npos);
  CHECK(failed.find("handbok_findings") == std::string::npos);
  CHECK(failed.find("handbok_release") == std::string::npos);
}

}  // namespace handbok::test
