#include "publish/publish_rules.hpp"

#include <catch2/catch.hpp>

#include "support/code.hpp"

namespace handbok::test {
namespace {

/// A release with one page, one attachment and one revision.
ReleaseManifest release_of(const std::string& digest) {
  ReleaseManifest manifest;
  manifest.revisions["RUT-001@1"] = {digest, "dokument/RUT-001/1.html"};
  manifest.files["dokument/RUT-001/1.html"] = {"sha256:page", 4, 1};
  manifest.files["dokument/RUT-001/1/blankett.pdf"] = {"sha256:form", 4, 1};
  return manifest;
}

SiteFacts facts_of(const std::string& digest) {
  SiteFacts facts;
  facts.revisions["RUT-001@1"] = {{"RUT-001", 1},
                                  "Title",
                                  "KSA",
                                  digest,
                                  "dokument/RUT-001/1.html",
                                  {{"dokument/RUT-001/1/blankett.pdf", "sha256:form"}}};
  return facts;
}

/// Each is the code with its subject, and a whole sentence.
void check_found(const std::vector<Diagnostic>& found, const std::vector<std::string>& expected) {
  std::vector<std::string> texts;
  for (const auto& diagnostic : found) {
    texts.push_back(std::string(info_of(diagnostic.code).name) + " " + diagnostic.subject);
    for (const auto language : {Language::swedish, Language::english}) {
      CHECK(what_text(diagnostic, language).find("{}") == std::string::npos);
      CHECK(remedy_text(diagnostic, language).find("{}") == std::string::npos);
    }
    CHECK(diagnostic.severity == Severity::error);
    CHECK(diagnostic.consequence != Consequence::none);
  }
  CHECK(texts == expected);
}

}  // namespace

TEST_CASE("a page that was published and is gone is publish.url-changed", "[publish][rules]") {
  const auto last = release_of("sha256:a");
  auto next = last;
  check_found(missing_addresses(last, next), {});
  next.files.erase("dokument/RUT-001/1/blankett.pdf");
  check_found(missing_addresses(last, next),
              {"publish.url-changed dokument/RUT-001/1/blankett.pdf"});
}

TEST_CASE("a page that is closed is no changed address, and is told once", "[publish][rules]") {
  const auto last = release_of("sha256:a");
  auto next = last;
  next.files.erase("dokument/RUT-001/1/blankett.pdf");
  next.closed = {"dokument/RUT-001/1.html", "dokument/RUT-001/1/blankett.pdf", "old.html"};
  check_found(missing_addresses(last, next), {});
  check_found(missing_revisions(last, next), {});
  std::vector<std::string> subjects;
  for (const auto& diagnostic : closed_addresses(last, next)) {
    CHECK(diagnostic.code == "publish.closed"_code);
    CHECK(diagnostic.severity == Severity::note);
    CHECK(diagnostic.consequence == Consequence::none);
    CHECK(what_text(diagnostic, Language::swedish).find("{}") == std::string::npos);
    subjects.push_back(diagnostic.subject);
  }
  CHECK(subjects == std::vector<std::string>{"RUT-001@1", "old.html"});
  CHECK(closed_addresses(next, next).empty());
}

TEST_CASE("a new page is no changed address", "[publish][rules]") {
  const auto last = release_of("sha256:a");
  auto next = last;
  next.files["new.html"] = {"sha256:new", 1, 2};
  check_found(missing_addresses(last, next), {});
}

TEST_CASE("a revision that was published and is gone is publish.archive-missing, told once",
          "[publish][rules]") {
  const auto last = release_of("sha256:a");
  auto next = last;
  check_found(missing_revisions(last, next), {});
  next.revisions.clear();
  next.files.erase("dokument/RUT-001/1.html");
  check_found(missing_revisions(last, next), {"publish.archive-missing RUT-001@1"});
  check_found(missing_addresses(last, next), {});
}

TEST_CASE("a revision with another text than was published is publish.not-original and withheld",
          "[publish][rules]") {
  const auto last = release_of("sha256:a");
  check_found(rewritten_revisions(nullptr, facts_of("sha256:b")), {});
  check_found(rewritten_revisions(&last, facts_of("sha256:a")), {});
  const auto found = rewritten_revisions(&last, facts_of("sha256:b"));
  check_found(found, {"publish.not-original RUT-001@1"});
  CHECK(found.front().consequence == Consequence::revision_withheld);
}

TEST_CASE("a file that is not the approved one is publish.not-original", "[publish][rules]") {
  const auto facts = facts_of("sha256:a");
  auto next = release_of("sha256:a");
  check_found(altered_originals(next, facts), {});
  next.files["dokument/RUT-001/1/blankett.pdf"].digest = "sha256:other";
  check_found(altered_originals(next, facts), {"publish.not-original RUT-001@1"});
  next = release_of("sha256:a");
  next.files.erase("dokument/RUT-001/1.html");
  check_found(altered_originals(next, facts), {"publish.not-original RUT-001@1"});
}

TEST_CASE("a withheld revision is not judged by today's sources", "[publish][rules]") {
  auto facts = facts_of("sha256:a");
  facts.withheld.push_back({{"RUT-001", 1}, {}});
  auto next = release_of("sha256:a");
  next.files["dokument/RUT-001/1/blankett.pdf"].digest = "sha256:other";
  check_found(altered_originals(next, facts), {});
  const auto last = release_of("sha256:old");
  check_found(rewritten_revisions(&last, facts), {});
}

TEST_CASE("text for a few on a page for more is publish.hidden", "[publish][rules]") {
  SiteFacts facts;
  facts.hidden.push_back({{"RES-001", 2}, {"words of the text", "its title"}});
  CHECK_FALSE(hidden_text("index.html", "<p>other words</p>", facts));
  check_found({*hidden_text("index.html", "<p>the words of the text</p>", facts)},
              {"publish.hidden RES-001@2"});
  check_found({*hidden_text("nytt/atom.xml", "<title>its title</title>", facts)},
              {"publish.hidden RES-001@2"});
  facts.hidden.front().samples.clear();
  CHECK_FALSE(hidden_text("index.html", "<p>anything</p>", facts));
}

TEST_CASE("a draft's text on any page is publish.unapproved", "[publish][rules]") {
  SiteFacts facts;
  facts.unapproved.push_back(
      {{"RUT-006", 2}, "dokument/RUT-006/2.html", "words that only the draft has, so far"});
  const auto found = [&](std::string_view path, std::string_view bytes) {
    std::vector<Diagnostic> all;
    if (auto one = unapproved_text(path, bytes, facts)) all.push_back(*std::move(one));
    return all;
  };
  check_found(found("index.html", "<p>words that only the draft has</p>"), {});
  check_found(found("index.html", "<p>The words that only the draft has, so far.</p>"),
              {"publish.unapproved RUT-006@2"});
  check_found(found("dokument/RUT-006/2.html", "<p>other words</p>"),
              {"publish.unapproved RUT-006@2"});
  facts.unapproved.front().sample.clear();
  check_found(found("index.html", "<p>anything</p>"), {});
}

}  // namespace handbok::test
