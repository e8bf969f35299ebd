// An edition shows nothing of what its readers may not see, whatever the ids, titles and folders
// are called and whatever is found wrong. Handbooks are made at random; the judge below knows
// nothing of how an edition is made. HANDBOK_EDITIONS=10000 makes more of them.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "base/strings.hpp"
#include "base/whole_word.hpp"
#include "derive/edition.hpp"
#include "diag/slot_words.hpp"
#include "support/code.hpp"
#include "support/sample_handbook.hpp"

namespace handbok::test {
namespace {

constexpr auto today = "2026-11-21";

/// Ids of which one begins another, and words that are ids, numbers and parts of places.
const std::vector<std::string> ids{"RUT-1",   "RUT-10", "RUT-100", "RUT-01",
                                   "RUT-010", "PRO-1",  "PRO-10",  "RUT-9"};
const std::vector<std::string> words{"RUT-1", "RUT-10",  "1",     "2",         "documents",
                                     "md",    "RUT",     "Kanin", "text",      "PRO-1",
                                     "Hund",  "RUT-100", "A4",    "RUT-010/A4"};

using Runs = std::vector<std::string>;

/// The runs of letters and digits in a text.
Runs runs_of(std::string_view text) {
  Runs runs;
  bool is_inside = false;
  for (const char c : text) {
    const bool is_part = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (is_part && !is_inside) runs.emplace_back();
    if (is_part) runs.back() += c;
    is_inside = is_part;
  }
  return runs;
}

bool holds(std::string_view text, const std::string& name) {
  const auto all = runs_of(text);
  const auto part = runs_of(name);
  return !part.empty() &&
         std::search(all.begin(), all.end(), part.begin(), part.end()) != all.end();
}

/// What random handbooks are made of.
class Dice {
public:
  explicit Dice(unsigned seed) : random_(seed) {}
  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
  bool one_in(int chances) { return below(chances) == 0; }
  const std::string& of(const std::vector<std::string>& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
  }
  AudienceScope scope() { return static_cast<AudienceScope>(below(3)); }

private:
  std::mt19937 random_;
};

/// A word that stands in one revision's text and nowhere else.
std::string canary(const RevisionKey& key, std::string_view where) {
  auto word = "Kanarie" + key.document + "nr" + std::to_string(key.number) + std::string(where);
  std::erase(word, '-');
  return word;
}

Revision random_revision(const std::string& id, int number, Dice& dice) {
  auto revision = adopted_revision(id, number, "202" + std::to_string(4 + number) + "-01-01");
  revision.type = id.substr(0, 3);
  revision.audience_scope = dice.scope();
  revision.title = dice.one_in(2) ? dice.of(words) : canary(revision.key(), "t");
  revision.summary = canary(revision.key(), "s");
  revision.change_note = canary(revision.key(), "c");
  revision.body.pieces.front().html = "<p>" + canary(revision.key(), "b") + "</p>\n";
  if (dice.one_in(4)) revision.approval->valid_to = day("2027-01-31");
  if (dice.one_in(8)) revision.approval.reset();
  if (dice.one_in(3))
    revision.relations.push_back({RelationKind::see_also, dice.of(ids), {}, {}, {}});
  if (dice.one_in(3)) revision.revises_because = {dice.of(words)};
  return revision;
}

Handbook random_handbook(Dice& dice) {
  auto handbook = sample_handbook();
  handbook.settings.complaints.clear();
  handbook.documents.clear();
  std::set<std::string> taken;
  for (int i = 2 + dice.below(4); i > 0; --i)
    taken.insert(dice.of(ids));
  for (const auto& id : taken) {
    Document document;
    document.id = id;
    document.folder = "documents/" + (dice.one_in(2) ? "to-" + dice.of(ids) + "/" : "") + id;
    for (int number = 1; number <= 1 + dice.below(3); ++number) {
      document.revisions.push_back(random_revision(id, number, dice));
      document.revisions.back().path = document.folder + "/" + std::to_string(number) + ".md";
    }
    handbook.documents.push_back(std::move(document));
  }
  for (int i = 0; i < 3; ++i) {
    Finding finding;
    finding.id = dice.one_in(2) ? std::to_string(i) : "IAK-" + std::to_string(i);
    finding.about = dice.of(ids) + (dice.one_in(3) ? "@1" : "");
    if (dice.one_in(3)) finding.about.replace(0, 3, finding.about.starts_with("R") ? "rut" : "Pro");
    handbook.findings.push_back(std::move(finding));
    handbook.redirects.push_back({"old/" + std::to_string(i) + dice.of(words) + ".html",
                                  "dokument/" + dice.of(ids) + "/index.html",
                                  day("2026-01-01"),
                                  {}});
  }
  std::ranges::sort(handbook.findings, {}, &Finding::id);
  return handbook;
}

std::vector<std::string> random_words(Dice& dice) {
  std::vector<std::string> list;
  for (int i = dice.below(3); i >= 0; --i)
    list.push_back(dice.of(words));
  return list;
}

/// What is found wrong, about anything, with values that hold anything.
std::vector<Diagnostic> random_findings(const Handbook& handbook, Dice& dice) {
  Diagnostics found;
  for (const auto& document : handbook.documents) {
    for (const auto& revision : document.revisions) {
      if (dice.one_in(2)) continue;
      Diagnostic diagnostic;
      diagnostic.code = dice.one_in(2) ? "doc.approved-text-changed"_code : "link.broken"_code;
      const bool is_error = revision.approved() != nullptr && dice.one_in(2);
      diagnostic.severity = is_error ? Severity::error : Severity::warning;
      if (is_error) diagnostic.consequence = Consequence::revision_withheld;
      diagnostic.location = {revision.path, 1, 1};
      diagnostic.subject = document.id;
      diagnostic.what = random_words(dice);
      diagnostic.remedy = random_words(dice);
      diagnostic.revision = revision.key();
      diagnostic.about = {Part::texts, {}, document.id, {}};
      found.report(std::move(diagnostic));
    }
  }
  for (const auto& row : handbook.findings) {
    Diagnostic diagnostic;
    diagnostic.code = "finding.no-decision"_code;
    diagnostic.severity = Severity::warning;
    diagnostic.location = {"registers/findings.toml", 1, 1};
    diagnostic.subject = dice.one_in(2) ? row.id : "handboken";  // what it is about is a value
    diagnostic.what = random_words(dice);
    diagnostic.about = {Part::registers, "findings", {}, row.id};
    if (dice.one_in(3)) diagnostic.suppressed = Suppressed{dice.of(words), "DIR", {}};
    found.report(std::move(diagnostic));
  }
  return found.sorted();
}

Profile random_profile(Dice& dice) {
  Profile profile;
  profile.id = "random";
  profile.shows = {AudienceScope::external};
  if (dice.one_in(2)) profile.shows.push_back(AudienceScope::internal);
  if (dice.one_in(8)) profile.shows.push_back(AudienceScope::restricted);
  if (dice.one_in(2))
    profile.pages = {"document", "revision", "history",       "compare", "start",   "news",
                     "archive",  "about",    "document_list", "search",  "redirect"};
  return profile;
}

/// True for "RUT-1", "RUT-1@2" and "rut-1" of RUT-1: the row is about it, however badly it says so.
bool is_name_of(std::string text, const std::string& id) {
  text.resize(std::min(text.size(), text.find('@')));
  return std::ranges::equal(text, id, [](char a, char b) {
    return std::toupper(static_cast<unsigned char>(a)) ==
           std::toupper(static_cast<unsigned char>(b));
  });
}

/// The judge: what a profile's readers may see, told from the handbook alone.
struct Truth {
  std::set<std::string> shown_documents;
  std::set<RevisionKey> shown;
  std::set<RevisionKey> withheld;
  std::set<std::string> hidden_rows;
  std::set<std::string> shown_titles;
  std::vector<std::string> secrets;  ///< names that nobody may be told

  Truth(const Handbook& handbook, const std::vector<Diagnostic>& found, const Profile& profile) {
    const auto may = [&](const Revision& revision) {
      return std::ranges::count(profile.shows, revision.audience_scope) > 0;
    };
    for (const auto& document : handbook.documents) {
      const auto* const deciding = deciding_of(document);
      if (!may(*deciding)) continue;
      shown_documents.insert(document.id);
      for (const auto& revision : document.revisions) {
        if (!may(revision)) continue;
        shown.insert(revision.key());
        shown_titles.insert(revision.title);
      }
    }
    for (const auto& document : handbook.documents) {
      if (!shown_documents.contains(document.id)) secrets.push_back(document.id);
      for (const auto& revision : document.revisions) {
        if (!shown.contains(revision.key()) && !shown_titles.contains(revision.title))
          secrets.push_back(revision.title);
      }
    }
    for (const auto& row : handbook.findings) {
      for (const auto& document : handbook.documents)
        if (!shown_documents.contains(document.id) && is_name_of(row.about, document.id))
          hidden_rows.insert(row.id);
    }
    for (const auto& diagnostic : found)
      if (diagnostic.severity == Severity::error) withheld.insert(*diagnostic.revision);
  }

  /// The newest approved revision that has begun, or else the next to begin, or else the newest.
  static const Revision* deciding_of(const Document& document) {
    const Revision* begun = nullptr;
    const Revision* next = nullptr;
    for (const auto& revision : document.revisions) {
      if (revision.approved() == nullptr) continue;
      if (*revision.approval->valid_from <= day(today)) {
        begun = &revision;
      } else if (next == nullptr) {
        next = &revision;
      }
    }
    if (begun != nullptr) return begun;
    return next != nullptr ? next : &document.revisions.back();
  }
};

/// All that a diagnostic holds for people. The id of a document that is shown gives nothing away,
/// also where something hidden has the same name.
std::vector<std::string> texts_of(const Diagnostic& diagnostic, const Truth& truth) {
  std::vector<std::string> texts = diagnostic.what;
  texts.insert(texts.end(), diagnostic.remedy.begin(), diagnostic.remedy.end());
  texts.push_back(diagnostic.location.path);
  if (!truth.shown_documents.contains(diagnostic.subject)) texts.push_back(diagnostic.subject);
  if (diagnostic.suppressed) texts.push_back(diagnostic.suppressed->reason);
  return texts;
}

/// The leaks and losses of an edition, one a line.
std::string faults_of(const Edition& edition, const Handbook& handbook,
                      const std::vector<Diagnostic>& found, const Truth& truth) {
  std::string faults;
  const auto add = [&](const std::string& fault) { faults += fault + "\n"; };
  std::set<RevisionKey> seen;
  for (const auto& document : edition.view.handbook().documents) {
    for (const auto& revision : document.revisions) {
      seen.insert(revision.key());
      if (!truth.withheld.contains(revision.key())) continue;
      for (const auto* const where : {"t", "s", "c"}) {
        const auto word = canary(revision.key(), where);
        if (revision.title == word || revision.summary == word || revision.change_note == word)
          add("words of withheld " + word);
      }
      if (!revision.body.pieces.empty()) add("body of withheld " + document.id);
    }
  }
  if (seen != truth.shown) add("other revisions than those that may be shown");
  for (const auto& key : truth.shown) {
    if (edition.withheld.contains(key) != truth.withheld.contains(key))
      add("withheld or not: " + key.document + "@" + std::to_string(key.number));
  }
  for (const auto& diagnostic : edition.diagnostics) {
    for (const auto& text : texts_of(diagnostic, truth)) {
      for (const auto& secret : truth.secrets)
        if (holds(text, secret)) add("told: " + secret + " in " + text);
    }
    if (truth.hidden_rows.contains(diagnostic.about.row)) add("told: row " + diagnostic.about.row);
  }
  for (const auto& diagnostic : found) {
    if (diagnostic.severity != Severity::error || !truth.shown.contains(*diagnostic.revision))
      continue;
    const auto is_told = [&](const Diagnostic& told) {
      return told.code == diagnostic.code && told.revision == diagnostic.revision;
    };
    if (std::ranges::none_of(edition.diagnostics, is_told)) add("untold: " + diagnostic.subject);
  }
  for (const auto& row : edition.view.handbook().findings)
    if (truth.hidden_rows.contains(row.id)) add("row " + row.id);
  for (const auto& redirect : handbook.redirects) {
    const bool is_secret = std::ranges::any_of(handbook.documents, [&](const Document& document) {
      return !truth.shown_documents.contains(document.id) &&
             (holds(redirect.from, document.id) || holds(redirect.to, document.id));
    });
    const auto& kept = edition.view.handbook().redirects;
    if (is_secret == (std::ranges::count(kept, redirect.from, &Redirect::from) > 0))
      add("redirect " + redirect.from + " to " + redirect.to);
  }
  return faults;
}

/// The words of hidden and withheld texts that stand in some file of the edition's site.
std::string leaks_of(const Edition& edition, const Handbook& handbook, const Truth& truth) {
  std::string leaks;
  const auto site = render(edition);
  for (const auto& document : handbook.documents) {
    for (const auto& revision : document.revisions) {
      const auto key = revision.key();
      if (truth.shown.contains(key) && !truth.withheld.contains(key)) continue;
      for (const auto* const where : {"t", "s", "c", "b"}) {
        const auto word = canary(key, where);
        for (const auto& [path, bytes] : site)
          if (holds(bytes, word) || holds(path, word)) leaks += word + " in " + path + "\n";
      }
    }
    // What an author writes is the author's: a title that is shown may be a hidden id.
    const bool is_title = std::ranges::any_of(
        truth.shown_titles, [&](const std::string& title) { return holds(title, document.id); });
    if (truth.shown_documents.contains(document.id) || is_title) continue;
    for (const auto& [path, bytes] : site) {
      const bool is_asset = path.ends_with(".js") || path.ends_with(".css");
      if (!is_asset && (holds(path, document.id) || holds(bytes, document.id)))
        leaks += document.id + " in " + path + "\n";
    }
  }
  return leaks;
}

int handbooks_wanted() {
  const auto* const wanted = std::getenv("HANDBOK_EDITIONS");
  return wanted == nullptr ? 400 : std::atoi(wanted);
}

}  // namespace

TEST_CASE("no edition of a random handbook shows what its readers may not see", "[edition]") {
  constexpr int rendered_every = 100;
  int withheld = 0;
  int hidden = 0;
  for (int seed = 0; seed < handbooks_wanted(); ++seed) {
    Dice dice(static_cast<unsigned>(seed));
    const auto handbook = random_handbook(dice);
    const auto found = random_findings(handbook, dice);
    const auto profile = random_profile(dice);
    const DayView whole(handbook, day(today));
    const auto selection = select_profile(whole, profile);
    const Edition edition(selection, found);
    const Truth truth(handbook, found, profile);
    INFO("seed " << seed);
    CHECK(faults_of(edition, handbook, found, truth) == "");
    if (seed % rendered_every == 0) CHECK(leaks_of(edition, handbook, truth) == "");
    withheld += static_cast<int>(edition.withheld.keys().size());
    hidden += static_cast<int>(truth.secrets.size());
  }
  CHECK(withheld > handbooks_wanted() / 4);
  CHECK(hidden > handbooks_wanted() / 2);
}

TEST_CASE("an error in what is shown is told, whatever it names that is hidden", "[edition]") {
  auto handbook = sample_handbook();
  for (auto& document : handbook.documents)
    for (auto& revision : document.revisions)
      if (document.id == "RUT-001") revision.audience_scope = AudienceScope::restricted;
  Diagnostics found;
  Diagnostic diagnostic;
  diagnostic.code = "link.broken"_code;
  diagnostic.severity = Severity::error;
  diagnostic.subject = "XX-1";
  diagnostic.what = {"RUT-001x"};
  diagnostic.remedy = {near_slot("RUT-001")};
  diagnostic.about = {Part::registers, {}, {}, "XX-1"};
  found.report(diagnostic);
  diagnostic.subject = "handbook.toml";
  diagnostic.what = {"RUT-001"};
  diagnostic.about = {Part::common, {}, {}, {}};
  found.report(diagnostic);
  const DayView whole(handbook, day(today));
  Profile profile;
  profile.shows = {AudienceScope::internal};
  const Edition edition(select_profile(whole, profile), found.sorted());
  std::string told;
  for (const auto& one : edition.diagnostics)
    told += what_text(one, Language::english) + " " + remedy_text(one, Language::english) + "\n";
  CHECK(told ==
        "The reference \"RUT-001x\" leads nowhere. Mend it, or remove it.\n"
        "The reference \"–\" leads nowhere. Mend it, or remove it.\n");
}

TEST_CASE("of a withheld text readers hear which and when, and none of its words", "[edition]") {
  const auto handbook = sample_handbook();
  const RevisionKey key{"RUT-001", 1};
  Diagnostics found;
  const auto add = [&](Severity severity, int line, std::vector<std::string> what) {
    Diagnostic diagnostic;
    diagnostic.code = "doc.review-overdue"_code;
    diagnostic.severity = severity;
    if (severity == Severity::error) diagnostic.consequence = Consequence::revision_withheld;
    diagnostic.location.line = line;
    diagnostic.what = std::move(what);
    diagnostic.revision = key;
    diagnostic.about = {Part::texts, {}, key.document, {}};
    found.report(std::move(diagnostic));
  };
  add(Severity::error, 1, {"RUT-001"});
  add(Severity::warning, 2, {"RUT-001", "2026-11-01", days_slot(20)});
  add(Severity::warning, 3, {"RUT-001", "Kanin"});
  add(Severity::warning, 4, {days_slot(20) + " Kanin"});
  const DayView whole(handbook, day(today));
  Profile profile;
  profile.shows = {AudienceScope::internal};
  const Edition edition(select_profile(whole, profile), found.sorted());
  std::vector<std::string> told;
  for (const auto* const diagnostic : edition.told)
    told.push_back(join(diagnostic->what, "|"));
  CHECK(told == std::vector<std::string>{"RUT-001", "RUT-001|2026-11-01|" + days_slot(20),
                                         "RUT-001|–", "–"});
}

TEST_CASE("an id stands in a text as a whole or not at all", "[edition]") {
  CHECK(has_whole("RUT-01", "RUT-01"));
  CHECK(has_whole("documents/to-RUT-01/x", "RUT-01"));
  CHECK(has_whole("RUT-01@2, RUT-010", "RUT-01"));
  CHECK(has_whole("RUT-010 och RUT-01.", "RUT-01"));
  CHECK_FALSE(has_whole("RUT-010", "RUT-01"));
  CHECK_FALSE(has_whole("FRUT-01", "RUT-01"));
  CHECK_FALSE(has_whole("RUT-010 RUT-011", "RUT-01"));
  CHECK_FALSE(has_whole("", "RUT-01"));
  CHECK_FALSE(has_whole("RUT-01", ""));
}

TEST_CASE("many ids are looked for as one is", "[edition]") {
  std::mt19937 random(1);
  const auto any_text = [&](std::size_t most) {
    std::string text;
    for (auto size = random() % (most + 1); size > 0; --size)
      text += std::string_view("ab- \xC3")[random() % 5];
    return text;
  };
  int found = 0;
  for (int round = 0; round < 3000; ++round) {
    std::set<std::string, std::less<>> words;
    for (auto count = random() % 8; count > 0; --count)
      words.insert(any_text(5));
    const auto text = any_text(12);
    const bool has_any =
        std::ranges::any_of(words, [&](const std::string& word) { return has_whole(text, word); });
    INFO(text << ": " << join({words.begin(), words.end()}, "|"));
    CHECK(has_any_whole(text, words) == has_any);
    found += has_any ? 1 : 0;
  }
  CHECK(found > 500);
  CHECK(found < 2500);
}

}  // namespace handbok::test
