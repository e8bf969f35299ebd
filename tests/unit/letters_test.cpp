// Letters: which there is a reason for, and how they are written.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "app/letter_words.hpp"
#include "app/people_file.hpp"
#include "app/read_handbook.hpp"
#include "base/mail_message.hpp"
#include "derive/letter_events.hpp"
#include "support/life_handbook.hpp"
#include "support/text_parts.hpp"

namespace handbok::test {
namespace {

using Lines = std::vector<std::string>;

Date on_day(const char* text) {
  return *Date::parse(text);
}

Handbook read_life(const FileTree& sources = life_handbook()) {
  const Isolate isolate = run_in_place;
  Diagnostics ignored;
  return read_handbook(sources, isolate, ignored);
}

Lines ids_of(const std::vector<LetterEvent>& events, LetterKind kind) {
  Lines ids;
  for (const auto& event : events)
    if (event.kind == kind) ids.push_back(event.id);
  return ids;
}

MailMessage message() {
  MailMessage mail;
  mail.id = "4f1a@von.handbok";
  mail.from = {"Handboken", "handboken@ekhamra.example"};
  mail.to = {{"Åsa \"Öst\"\r\nBcc: x@y.example", "mas@ekhamra.example"},
             {"", "sas@ekhamra.example"}};
  mail.subject = "Att granska: Läkemedelshantering\nBcc: x@y.example " + std::string(200, 'a');
  mail.on = on_day("2026-11-30");
  mail.text = "Hej =\n" + std::string(300, 'b') + " \n.\nFrån och med å\n";
  mail.html = "<p>Hej</p>\n";
  mail.files = {{"RUT-001 Rutin för nycklar och larm hos den enskilde, hemtjänst.docx",
                 "application/octet-stream", std::string("\0\1\2", 3)}};
  return mail;
}

}  // namespace

TEST_CASE("a letter is ASCII in short lines, and nothing in it begins a header",
          "[letters][mail]") {
  const auto mail = write_mail(message());
  std::size_t start = 0;
  while (start < mail.size()) {
    const auto end = mail.find('\n', start);
    REQUIRE(end != std::string::npos);
    const auto line = mail.substr(start, end - start);
    INFO(line);
    CHECK(line.size() <= 78);
    CHECK(std::ranges::all_of(line, [](char c) { return c >= ' ' && c < 0x7F; }));
    CHECK_FALSE(line.starts_with("Bcc"));
    start = end + 1;
  }
  CHECK(has(mail, "Date: Mon, 30 Nov 2026 00:00:00 +0000\n"));
  CHECK(has(mail, "Auto-Submitted: auto-generated\n"));
  CHECK(write_mail(message()) == mail);
}

TEST_CASE("a file of people is read whole or gives nobody, and no fault repeats it",
          "[letters][people]") {
  std::vector<PeopleFault> faults;
  const auto file = read_people(
      "from = \"handboken@ekhamra.example\"\n[[person]]\nrole = \"MAS\"\naddress = \"mas\"\n"
      "[[person]]\nrole = \"SAS\"\naddres = \"hemlig@ekhamra.example\"\n",
      faults);
  CHECK(file.people.empty());
  Lines told;
  for (const auto& fault : faults)
    told.push_back(std::to_string(fault.line) + " " + fault.code);
  CHECK(told == Lines{"4 toml.address-unusable", "5 toml.missing-key", "7 toml.unknown-key"});
}

TEST_CASE("who holds a role that is not there, or counts on no day, is told by the line",
          "[letters][people]") {
  std::vector<PeopleFault> faults;
  const std::string deputy = "[[deputy]]\nrole = \"KCH\"\naddress = \"vik@ekhamra.example\"\n";
  read_people("from = \"h@ekhamra.example\"\n" + deputy + "from = 2026-12-31\nto = 2026-12-01\n",
              faults);
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().line == 6);
  faults.clear();
  const std::string address = "address = \"a@ekhamra.example\"\n";
  const auto file = read_people("from = \"h@ekhamra.example\"\n[[person]]\nrole = \"KCH\"\n" +
                                    address + "[[person]]\nrole = \"KHC\"\n" + address +
                                    "[[person]]\nrole = \"KCH\"\nunits = [\"avdd\"]\n" + address,
                                faults);
  REQUIRE(faults.empty());
  CHECK(lines_of_nobody(file, read_life()) == std::vector{5, 8});
}

TEST_CASE("a deputy stands in for those whose part it has, and for nobody else",
          "[letters][people]") {
  const auto handbook = read_life();
  std::vector<PeopleFault> faults;
  const auto file = read_people(
      "\xEF\xBB\xBF"
      R"(from = "handboken@ekhamra.example"
[[person]]
role = "EC"
address = "alla@ekhamra.example"
[[person]]
role = "EC"
units = ["lonn"]
address = "lonn@ekhamra.example"
[[person]]
role = "EC"
units = ["strand"]
address = "strand@ekhamra.example"
[[deputy]]
role = "EC"
units = ["lonn"]
address = "vik@ekhamra.example"
from = 2026-12-01
to = 2026-12-31
)",
      faults);
  REQUIRE(faults.empty());
  const auto written_to = [&](const std::vector<UnitId>& units) {
    Lines found;
    for (const auto& one : holders_of(file, "EC", units, DayView(handbook, on_day("2026-12-01"))))
      found.push_back(one.address);
    return found;
  };
  CHECK(written_to({"lonn"}) == Lines{"vik@ekhamra.example"});
  CHECK(written_to({"strand"}) == Lines{"alla@ekhamra.example", "strand@ekhamra.example"});
  const Lines but_the_one{"vik@ekhamra.example", "alla@ekhamra.example", "strand@ekhamra.example"};
  CHECK(written_to({}) == but_the_one);
  CHECK(written_to({"avd"}) == but_the_one);
  CHECK(written_to({"strand", "lonn"}) == but_the_one);
}

TEST_CASE("a deputy gets the letters instead, in its units and on its days", "[letters][people]") {
  const auto handbook = read_life();
  std::vector<PeopleFault> faults;
  const auto file = read_people(R"(from = "handboken@ekhamra.example"
[[person]]
role = "KCH"
address = "kch@ekhamra.example"
[[deputy]]
role = "KCH"
address = "vik@ekhamra.example"
from = 2026-12-01
to = 2026-12-31
[[person]]
role = "EC"
units = ["annan"]
address = "ec@ekhamra.example"
)",
                                faults);
  REQUIRE(faults.empty());
  const auto written_to = [&](const char* role, const std::vector<UnitId>& units, const char* day) {
    Lines found;
    for (const auto& one : holders_of(file, role, units, DayView(handbook, on_day(day))))
      found.push_back(one.address);
    return found;
  };
  CHECK(written_to("KCH", {"avd"}, "2026-11-30") == Lines{"kch@ekhamra.example"});
  CHECK(written_to("KCH", {"avd"}, "2026-12-01") == Lines{"vik@ekhamra.example"});
  CHECK(written_to("KCH", {"avd"}, "2026-12-31") == Lines{"vik@ekhamra.example"});
  CHECK(written_to("KCH", {"avd"}, "2027-01-01") == Lines{"kch@ekhamra.example"});
  CHECK(written_to("EC", {"avd"}, "2026-11-30").empty());
  CHECK(written_to("EC", {}, "2026-11-30") == Lines{"ec@ekhamra.example"});
}

TEST_CASE("there is a reason to write for each text that waits, and for what came about since",
          "[letters][events]") {
  const auto handbook = read_life();
  const auto events = letter_events(DayView(handbook, on_day("2026-11-21")), on_day("2026-11-01"));
  CHECK(ids_of(events, LetterKind::waits) ==
        Lines{"waits INS-003@1-judging-0 MAS", "waits INS-003@1-judging-0 KCH",
              "waits INS-004@1-approval-0 DIR", "waits POL-001@1-approval-0 NAM"});
  CHECK(ids_of(events, LetterKind::approved) == Lines{"approved INS-005@1 KSA"});
  CHECK(ids_of(events, LetterKind::applies).empty());  // told two weeks before
  const auto later = letter_events(DayView(handbook, on_day("2026-12-18")), on_day("2026-11-01"));
  CHECK(ids_of(later, LetterKind::applies) == Lines{"applies INS-005@1 2027-01-01 SSK"});
  CHECK(ids_of(later, LetterKind::late).size() == 4);  // under review for more than 30 days
  CHECK(ids_of(later, LetterKind::escalated) ==
        Lines{"escalated INS-003@1-judging-0 2026-12-02 DIR",
              "escalated INS-004@1-approval-0 2026-12-02 NAM",
              "escalated POL-001@1-approval-0 2026-12-02 DIR"});
  const auto none = letter_events(DayView(handbook, on_day("2026-12-18")), on_day("2026-12-18"));
  CHECK(ids_of(none, LetterKind::waits).size() == 4);
  CHECK(ids_of(none, LetterKind::approved).empty());
}

TEST_CASE("who follows a text is told that it is repealed, once it is decided",
          "[letters][events]") {
  auto sources = life_handbook();
  sources.put("documents/INS-010/repeal.toml",
              "decided_on = 2026-11-20\neffective_on = 2027-01-15\ndecided_by = \"DIR\"\n"
              "reason = \"Pärmen är borta.\"\nno_successor = true\n");
  const auto handbook = read_life(sources);
  const DayView view(handbook, on_day("2026-11-20"));
  const auto events = letter_events(view, on_day("2026-11-01"));
  CHECK(ids_of(events, LetterKind::taken_back) ==
        Lines{"repealed INS-010 2027-01-15 KSA", "repealed INS-010 2027-01-15 SSK"});
  const auto told = std::ranges::find(events, LetterKind::taken_back, &LetterEvent::kind);
  REQUIRE(told != events.end());
  CHECK(letter_text(*told, view, {"", Language::swedish}).subject ==
        "Upphävs: INS-010 Hitta i pärmen, utgåva 1, från 2027-01-15");
  const auto before = letter_events(DayView(handbook, on_day("2026-11-19")), on_day("2026-11-01"));
  CHECK(ids_of(before, LetterKind::taken_back).empty());
}

TEST_CASE("who sees to a row of an own register is reminded of its day, and told when it is late",
          "[letters][events]") {
  auto sources = life_handbook();
  sources.files().at("handbook.toml") +=
      "\n[[register]]\nid = \"lyftar\"\nname = \"Lyft\"\nname_plural = \"Lyftar\"\n"
      "row = \"lift\"\n\n[[register.field]]\nkey = \"name\"\nname = \"Lyft\"\ntype = \"text\"\n"
      "\n[[register.field]]\nkey = \"responsible\"\nname = \"Ansvarig\"\ntype = \"role\"\n"
      "\n[[register.field]]\nkey = \"checked_on\"\nname = \"Kontroll\"\ntype = \"day\"\n"
      "owner = \"responsible\"\nevery_months = 12\n";
  sources.put("registers/lyftar.toml",
              "[[lift]]\nid = \"LYF-01\"\nname = \"Lyften\"\nresponsible = \"KSA\"\n"
              "checked_on = 2025-12-01\n");
  const auto handbook = read_life(sources);
  const auto told = [&](LetterKind kind, const char* day) {
    return ids_of(letter_events(DayView(handbook, on_day(day)), on_day("2026-11-01")), kind);
  };
  const Lines reminder{"reminder LYF-01-checked_on 2026-12-01 KSA"};
  const auto near = on_day("2026-12-01").plus_days(-handbook.settings.remind_before_days);
  CHECK(told(LetterKind::reminder, near.plus_days(-1).to_string().c_str()).empty());
  CHECK(told(LetterKind::reminder, near.to_string().c_str()) == reminder);
  CHECK(told(LetterKind::late, "2026-12-02") == Lines{"late LYF-01-checked_on 2026-12-01 KSA"});
}

TEST_CASE("a type may give its texts less time under review", "[letters][events]") {
  auto handbook = read_life();
  for (auto& type : handbook.types)
    if (type.id == "INS") type.review_within_days = 5;
  const auto events = letter_events(DayView(handbook, on_day("2026-11-21")), on_day("2026-11-01"));
  const auto late = ids_of(events, LetterKind::late);
  REQUIRE_FALSE(late.empty());
  CHECK(late.front() == "late INS-003@1-judging-0 2026-11-07 MAS");
  CHECK(std::none_of(late.begin(), late.end(),
                     [](const std::string& id) { return id.starts_with("late POL"); }));
}

TEST_CASE("who has several things to do with a text gets one letter that says them all",
          "[letters][events]") {
  const auto handbook = read_life();
  const DayView view(handbook, on_day("2026-11-21"));
  const auto events = letter_events(view, on_day("2026-11-01"));
  const auto both = std::ranges::find(events, "waits INS-003@1-judging-0 MAS", &LetterEvent::id);
  REQUIRE(both != events.end());
  const auto text = letter_text(*both, view, {"", Language::swedish});
  CHECK(text.subject == "Att granska: INS-003 Hitta i pärmen, utgåva 1, senast 2026-12-02");
  CHECK(has(text.text, "handbok approve INS-003 --consulted MAS\n"));
  CHECK(has(text.text, "handbok approve INS-003 --reviewed MAS\n"));
  CHECK(text.text.find("Är något fel") == text.text.rfind("Är något fel"));
  // One that is consulted meanwhile still has the letter of the same reason.
  auto sources = life_handbook();
  for (const auto& file :
       attempt(ApprovalSteps{.document = "INS-003", .consulted = {"MAS"}}, "2026-11-22").files)
    sources.put(file.path, file.bytes);
  const auto consulted = read_life(sources);
  const auto after = letter_events(DayView(consulted, on_day("2026-11-23")), on_day("2026-11-01"));
  CHECK(std::ranges::count(after, both->id, &LetterEvent::id) == 1);
}

TEST_CASE("who drafted a text is not asked to judge it, unless two eyes are enough",
          "[letters][events]") {
  auto sources = life_handbook();
  auto& signatures = sources.files().at("documents/INS-003/1.approval.toml");
  signatures.replace(signatures.find("\"KSA\""), 5, "\"KCH\"");
  const auto asked = [&] {
    const auto handbook = read_life(sources);
    const auto events =
        letter_events(DayView(handbook, on_day("2026-11-21")), on_day("2026-11-01"));
    return std::ranges::count(ids_of(events, LetterKind::waits), "waits INS-003@1-judging-0 KCH");
  };
  CHECK(asked() == 0);
  auto& settings = sources.files().at("handbook.toml");
  settings.insert(settings.find("reviews = [\"KCH\", \"MAS\"]"), "four_eyes = false\n");
  CHECK(asked() == 1);
}

TEST_CASE("a fortnight is told to those who have something to do", "[letters][events]") {
  const auto handbook = read_life();
  const DayView view(handbook, on_day("2026-11-24"));
  std::set<RoleId> told;
  for (const auto& event : letter_events(view, on_day("2026-11-01"))) {
    if (event.kind != LetterKind::digest) continue;
    told.insert(event.to);
    CHECK_FALSE(has(letter_text(event, view, {"", Language::swedish}).subject, " 0 att göra"));
  }
  CHECK(told.contains("MAS"));
  CHECK(told.size() < handbook.roles.size());
}

namespace {

OrgUnit unit_led_by(const char* id, const char* parent, const char* head) {
  OrgUnit unit;
  unit.id = id;
  unit.name = id;
  unit.parent = parent;
  unit.head = head;
  return unit;
}

CheckOccurrence made_in(const char* unit, const char* on) {
  CheckOccurrence occurrence;
  occurrence.due_on = occurrence.done_on = on_day(on);
  occurrence.unit = unit;
  return occurrence;
}

/// A check of each month, made last in January, in February, and never.
Handbook with_late_checks(const RoleId& performer) {
  Handbook handbook;
  handbook.settings.principal = "bolag";
  handbook.units = {unit_led_by("a", "bolag", "EC"), unit_led_by("b", "bolag", "EC"),
                    unit_led_by("bolag", "", "DIR"), unit_led_by("c", "bolag", "EC")};
  SelfCheck check;
  check.id = "EGK-01";
  check.what = "Hygien";
  check.every_months = 1;
  check.first_on = on_day("2026-01-15");
  check.performed_by = {performer};
  check.occurrences = {made_in("a", "2026-01-15"), made_in("b", "2026-02-15")};
  handbook.self_checks = {check};
  return handbook;
}

}  // namespace

TEST_CASE("a common check that is late in every unit is one letter to whoever leads",
          "[letters][events]") {
  auto handbook = with_late_checks("EC");
  const auto told = [&](LetterKind kind) {
    return ids_of(letter_events(DayView(handbook, on_day("2026-04-10")), on_day("2026-01-01")),
                  kind);
  };
  CHECK(told(LetterKind::late) == Lines{"late EGK-01 2026-03-15 EC"});
  CHECK(told(LetterKind::escalated) == Lines{"escalated EGK-01 2026-03-15 DIR"});
  const DayView view(handbook, on_day("2026-04-10"));
  const auto events = letter_events(view, on_day("2026-01-01"));
  const auto above = std::ranges::find(events, LetterKind::escalated, &LetterEvent::kind);
  const auto text = letter_text(*above, view, {"", Language::swedish}).text;
  CHECK(has(text, "- 2026-01-15  Egenkontroll: EGK-01 Hygien (c)\n"));
  CHECK(has(text, "- 2026-03-15  Egenkontroll: EGK-01 Hygien (b)\n"));
  // Others than those who lead the units make it: these are told, also if it is late in all.
  handbook = with_late_checks("BEC");
  CHECK(told(LetterKind::escalated) == Lines{"escalated EGK-01 2026-03-15 EC"});
  handbook.self_checks[0].occurrences.clear();
  CHECK(told(LetterKind::escalated) == Lines{"escalated EGK-01 2026-01-15 EC"});
}

TEST_CASE("who holds a role in some units is told of what is theirs and of what is common",
          "[letters][people]") {
  auto handbook = with_late_checks("EC");
  handbook.roles.push_back({.id = "EC"});
  Action common;
  common.id = "ATG-1";
  common.title = "Gemensam";
  common.responsible = "EC";
  common.due_on = on_day("2026-04-20");
  handbook.actions = {common};
  const DayView view(handbook, on_day("2026-04-10"));
  std::vector<PeopleFault> faults;
  const std::string person = "[[person]]\nrole = \"EC\"\naddress = ";
  const auto file =
      read_people("from = \"h@ekhamra.example\"\n" + person + "\"alla@ekhamra.example\"\n" +
                      person + "\"a@ekhamra.example\"\nunits = [\"a\"]\n" + person +
                      "\"a2@ekhamra.example\"\nunits = [\"a\"]\n" + person +
                      "\"bc@ekhamra.example\"\nunits = [\"b\"]\n" + person +
                      "\"bc@ekhamra.example\"\nunits = [\"c\"]\n",
                  faults);
  REQUIRE(faults.empty());
  const auto told = [&](LetterKind kind, const PeopleFile& people) {
    Lines shares;
    for (const auto& event : letter_events(view, on_day("2026-01-01"))) {
      if (event.kind != kind) continue;
      for (const auto& share : shares_of(people, event, view)) {
        auto line = share.event.id + " " + share.part + ":";
        for (const auto& one : share.people)
          line += " " + one.address.substr(0, one.address.find('@'));
        for (const auto& day : share.event.days) {
          line += " " + day.id;
          for (const auto& unit : day.units)
            line += "/" + unit;
        }
        shares.push_back(line);
      }
    }
    return shares;
  };
  CHECK(told(LetterKind::late, file) ==
        Lines{"late EGK-01 2026-03-15 EC @: alla EGK-01/c EGK-01/a EGK-01/b",
              "late EGK-01 2026-02-15 EC @a: a a2 EGK-01/a",
              "late EGK-01 2026-03-15 EC @b,c: bc EGK-01/c EGK-01/b"});
  CHECK(told(LetterKind::digest, file) ==
        Lines{"digest 2026-03-30 EC @: alla EGK-01/c EGK-01/a EGK-01/b ATG-1",
              "digest 2026-03-30 EC @a: a a2 EGK-01/a ATG-1",
              "digest 2026-03-30 EC @b,c: bc EGK-01/c EGK-01/b ATG-1"});
  // What is late where nobody holds the role is told to nobody, and not to those elsewhere.
  auto some = file;
  std::erase_if(some.people, [](const Person& one) { return one.units != Lines{"a"}; });
  CHECK(told(LetterKind::late, some) == Lines{"late EGK-01 2026-03-15 EC : EGK-01/c EGK-01/b",
                                              "late EGK-01 2026-02-15 EC @a: a a2 EGK-01/a"});
}

TEST_CASE("a text that is returned goes to its owner, with the reason", "[letters][events]") {
  auto sources = life_handbook();
  for (const auto& file :
       attempt(HandBack{"INS-003", "KCH", "Skriv ut bladets nummer."}, "2026-11-21").files)
    sources.put(file.path, file.bytes);
  const auto handbook = read_life(sources);
  const DayView view(handbook, on_day("2026-11-22"));
  const auto events = letter_events(view, on_day("2026-11-01"));
  const auto mending = std::ranges::find_if(events, [](const LetterEvent& event) {
    return event.kind == LetterKind::waits && event.days.front().kind == DueKind::mending;
  });
  REQUIRE(mending != events.end());
  CHECK(mending->to == "KSA");
  const auto text = letter_text(*mending, view, {"https://handbok.example/", Language::swedish});
  CHECK(text.subject ==
        "Tillbaka för ändring: INS-003 Hitta i pärmen, utgåva 1, senast 2026-12-21");
  CHECK(has(text.text, "Skriv ut bladets nummer."));
  CHECK(has(text.text, "https://handbok.example/kontroll/agare/KSA/index.html"));
  CHECK(revision_with(*mending) == view.find("INS-003")->document->find(1));
}

}  // namespace handbok::test
