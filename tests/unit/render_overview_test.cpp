#include <catch2/catch.hpp>

#include "support/code.hpp"
#include "support/sample_handbook.hpp"
#include "support/text_parts.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

/// The page at that path of the sample handbook on 2026-11-21, given these diagnostics.
std::string check_page(const std::string& path, const std::vector<Diagnostic>& diagnostics = {},
                       const Handbook& handbook = test::sample_handbook()) {
  const auto site = test::render(handbook, test::day("2026-11-21"), diagnostics);
  const auto page = site.find(path);
  REQUIRE(page != site.end());
  return page->second;
}

const std::string accessibility_page = "tillganglighet/index.html";

/// A warning about a document, owned by KSA.
Diagnostic warning(const std::string& subject, Code code = "doc.review-overdue"_code) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.subject = subject;
  diagnostic.location = {"documents/" + subject + "/1.md", 3, 1};
  diagnostic.about = {Part::texts, {}, subject.substr(0, subject.find('/')), {}};
  diagnostic.what = {subject, "2026-03-14", "252"};
  diagnostic.severity = Severity::warning;
  diagnostic.owner = "KSA";
  return diagnostic;
}

Diagnostic withholding(const std::string& document, int number) {
  auto diagnostic = warning(document, "doc.approved-text-changed"_code);
  diagnostic.what = {document, std::to_string(number)};
  diagnostic.severity = Severity::error;
  diagnostic.consequence = Consequence::revision_withheld;
  diagnostic.revision = RevisionKey{document, number};
  return diagnostic;
}

TEST_CASE("no overview names a draft or tells its text", "[render][overview]") {
  const auto path = GENERATE(as<std::string>{}, "index.html", "nytt/index.html", "arkiv/index.html",
                             "kontroll/index.html", "kontroll/agare/KSA/index.html",
                             "om/index.html", "begrepp/index.html", "404.html");
  const auto about_draft = warning("RUT-006");
  auto of_draft = warning("RUT-001", "link.broken"_code);
  of_draft.what = {"The words of the draft"};
  of_draft.location.path = "documents/RUT-001/4.md";
  of_draft.revision = RevisionKey{"RUT-001", 4};
  const auto page = check_page(path, {about_draft, of_draft});
  CHECK_FALSE(has(page, "RUT-006"));
  CHECK_FALSE(has(page, "RUT-001@4"));
  CHECK_FALSE(has(page, "The words of the draft"));
}

TEST_CASE("the start page leads to complaints, units, roles, processes and news",
          "[render][overview]") {
  const auto page = check_page("index.html");
  CHECK(has(page, "<h1>Handbok för vård och omsorg</h1>"));
  CHECK(has(page, "href=\"processer/PRO-001/index.html\""));
  CHECK(has(page, "Enheten"));
  CHECK(has(page, "Kvalitetssamordnare"));
  CHECK(has(page, "Syftet med processen"));
  CHECK(stand_in_order(
      page, {"Nytt och ändrat", "Note on RUT-001@2", "Börjar gälla snart", "Note on RUT-001@3"}));
}

TEST_CASE("the start page has the wheel of improvement, in its order", "[render][overview]") {
  const auto page = check_page("index.html");
  CHECK(stand_in_order(
      page, {"<ol class=\"wheel\">", "<h3>Genomföra</h3>", "href=\"processer/index.html\"",
             "<h3>Utvärdera</h3>", "href=\"datum/index.html\"", "</ol>"}));
  CHECK_FALSE(has(page, "<h3>Förbättra</h3>"));  // it keeps no register of actions or forums
}

TEST_CASE("control begins with what mostly fails, and counts what the year had",
          "[render][overview]") {
  const auto page = check_page("kontroll/index.html",
                               {warning("RUT-003", "selfcheck.overdue"_code), warning("RUT-001")});
  CHECK(stand_in_order(page,
                       {"<dt>Försenade egenkontroller</dt><dd>1</dd>", "<dt>Beslut utan plan</dt>",
                        "<dt>Varningar</dt><dd><a href=\"#slag\">2</a></dd>", "<h2 id=\"aret\">",
                        "<dt>Nya utgåvor</dt><dd><a href=\"../datum/index.html\">2</a></dd>"}));
}

TEST_CASE("the start page counts the reviews that are due", "[render][overview]") {
  CHECK_FALSE(has(check_page("index.html"), "Snart dags att se över"));
  const auto page = check_page("index.html", {warning("RUT-001"), warning("RUT-003")});
  CHECK(has(page, "<dt>Översyn försenad</dt><dd>2</dd>"));
  CHECK(has(page, "href=\"kontroll/index.html\""));
}

TEST_CASE("units of others are no way in", "[render][overview]") {
  auto handbook = test::sample_handbook();
  handbook.units.front().kind = UnitKind::contractor;
  CHECK_FALSE(has(check_page("index.html", {}, handbook), "Hitta din enhet"));
}

TEST_CASE("a circle of units does not hang the start page", "[render][overview]") {
  auto handbook = test::sample_handbook();
  for (auto& unit : handbook.units)
    unit.parent = unit.id == "enhet" ? "namnd" : "enhet";
  CHECK(has(check_page("index.html", {}, handbook), "<h1>"));
}

TEST_CASE("news tell what is coming first and then what happened, newest first",
          "[render][overview]") {
  const auto page = check_page("nytt/index.html");
  CHECK(stand_in_order(
      page, {"Kommande", "dokument/RUT-001/3.html", "dokument/RUT-004/1.html", "Oktober 2026",
             "RUT-003", "Juni 2026", "RUT-001", "RUT-002", "Januari 2025"}));
  CHECK(has(page, "Två rutiner blev en."));
  CHECK(has(page, "dokument/RUT-001/historik.html"));
}

TEST_CASE("news end after two years", "[render][overview]") {
  auto handbook = test::sample_handbook();
  handbook.documents[1].revisions[0].approval->valid_from = test::day("2024-11-20");
  CHECK_FALSE(has(check_page("nytt/index.html", {}, handbook), "Note on RUT-001@1"));
  handbook.documents[1].revisions[0].approval->valid_from = test::day("2024-11-21");
  handbook.documents[1].revisions[0].approval->signatures[0].on = test::day("2024-11-01");
  CHECK(has(check_page("nytt/index.html", {}, handbook), "Note on RUT-001@1"));
}

/// The page of news alone of that many documents more, which all entered into force on one day.
std::string news_of_more(int count) {
  auto handbook = test::sample_handbook();
  for (int i = 0; i < count; ++i) {
    Document document;
    document.id = "RUT-" + std::to_string(1000 + i);
    document.folder = "documents/" + document.id;
    document.revisions = {test::adopted_revision(document.id, 1, "2026-11-02")};
    handbook.documents.push_back(std::move(document));
  }
  const DayView whole(handbook, test::day("2026-11-21"));
  const ProfileSelection selection{&whole, {}, {}, {}, true, {"news"}};
  return test::render(Edition(selection, {})).at("nytt/index.html");
}

TEST_CASE("news are as many as a page can show, the newest, and say so", "[render][overview]") {
  CHECK_FALSE(has(news_of_more(1), "Här visas högst"));
  CHECK(has(news_of_more(490), "Oktober 2026"));
  const auto page = news_of_more(501);
  CHECK(has(page, "Här visas högst 500 kommande och 500 tidigare ändringar."));
  CHECK(has(page, "RUT-1499"));
  CHECK_FALSE(has(page, "RUT-1500"));
  CHECK_FALSE(has(page, "Oktober 2026"));
}

TEST_CASE("news keep quiet about what a withheld revision says", "[render][overview]") {
  const auto page = check_page("nytt/index.html", {withholding("RUT-001", 2)});
  CHECK_FALSE(has(page, "Note on RUT-001@2"));
  CHECK_FALSE(has(page, "Title of RUT-001@2"));
  CHECK(has(page, "Visas inte just nu"));
}

TEST_CASE("the archive lists every revision that no longer applies, and why",
          "[render][overview]") {
  const auto page = check_page("arkiv/index.html");
  CHECK(has(page, "href=\"../dokument/RUT-001/1.html\""));
  CHECK(has(page, "Ersatt av utgåva 2."));
  CHECK(has(page, "href=\"../dokument/RUT-002/1.html\""));
  CHECK(has(page, "Två rutiner blev en."));
  CHECK(has(page, "href=\"../dokument/RUT-003/1.html\""));
  CHECK_FALSE(has(page, "href=\"../dokument/RUT-001/2.html\""));
  CHECK_FALSE(has(page, "RUT-004"));
}

const auto owner_page = "kontroll/agare/KSA/index.html";

TEST_CASE("control counts by owner, leads to the owners, and tells what nobody owns last",
          "[render][overview]") {
  auto of_nobody = warning("RUT-003");
  of_nobody.owner.clear();
  auto of_stranger = warning("PRO-001");
  of_stranger.owner = "XYZ";  // no role of the handbook: nobody would find its page
  const auto page = check_page("kontroll/index.html", {of_nobody, warning("RUT-001"), of_stranger});
  CHECK(stand_in_order(
      page,
      {"<dt>Varningar</dt><dd><a href=\"#slag\">3</a></dd>", "id=\"agare-KSA\"",
       "href=\"../kontroll/agare/KSA/index.html\">Kvalitetssamordnare</a>", ">1</td>",
       "<h2 id=\"utan-agare\">Utan ägare</h2>", "RUT-003", "PRO-001", "documents/PRO-001/1.md:3"}));
  CHECK_FALSE(has(page, "documents/RUT-001/1.md:3"));
  CHECK_FALSE(has(page, "id=\"agare-DIR\""));
}

TEST_CASE("control counts by kind of finding, the gravest first", "[render][overview]") {
  auto error = warning("RUT-003", "doc.repeal-without-decision"_code);
  error.severity = Severity::error;
  auto of_director = warning("RUT-001");
  of_director.owner = "DIR";
  auto accepted = warning("RUT-001", "link.to-superseded"_code);
  accepted.suppressed = Suppressed{"Därför.", "DIR", test::day("2027-01-01")};
  const auto page =
      check_page("kontroll/index.html", {warning("RUT-001"), of_director, error, accepted});
  const auto kinds = page.substr(page.find("id=\"slag\""));
  CHECK(stand_in_order(
      kinds, {"Beslutet att upphäva är inte helt", ">1</td>", "Översynen är försenad", ">2</td>",
              ">Direktör</a>, <a ", ">Kvalitetssamordnare</a>"}));
  CHECK_FALSE(has(kinds, "Länk till en ersatt utgåva"));
  CHECK_FALSE(has(kinds, "…"));
  CHECK(has(page, "<dt>Godtagna</dt><dd>1</dd>"));
}

TEST_CASE("an owner's page tells what the checks found, and nothing of others'",
          "[render][overview]") {
  auto of_director = warning("RUT-003");
  of_director.owner = "DIR";
  const auto page = check_page(owner_page, {warning("RUT-001"), of_director});
  CHECK(stand_in_order(
      page,
      {"<h1>Kontroll: Kvalitetssamordnare</h1>", "href=\"../../../roller/KSA/index.html\"",
       "<dt>Varningar</dt><dd>1</dd>", "<strong>Översynen är försenad</strong>",
       "href=\"../../../dokument/RUT-001/index.html\"", "14 mars 2026", "Läs igenom dokumentet.",
       "<details class=\"finding-files\">", "För den som sköter filerna", "doc.review-overdue",
       "documents/RUT-001/1.md:3", "</details>"}));
  CHECK_FALSE(has(page, "documents/RUT-003/1.md:3"));
  CHECK(has(page, "<meta name=\"robots\" content=\"noindex\">"));
}

TEST_CASE("every role has a control page, and its own page leads to it", "[render][overview]") {
  CHECK(has(check_page("kontroll/agare/DIR/index.html"), "<h1>Kontroll: Direktör</h1>"));
  CHECK(has(check_page("roller/DIR/index.html"), "href=\"../../kontroll/agare/DIR/index.html\""));
}

TEST_CASE("what is in review stands with its owner by id, title and day only",
          "[render][overview]") {
  auto about_text = warning("RUT-005", "link.broken"_code);
  about_text.what = {"The words under review"};
  const auto page = check_page(owner_page, {about_text});
  CHECK(stand_in_order(page,
                       {"Under granskning", "Title of RUT-005@1", "RUT-005", "1 november 2026"}));
  CHECK_FALSE(has(page, "The words under review"));
  CHECK_FALSE(has(page, "Har legat för länge"));
  const auto control = check_page("kontroll/index.html", {about_text});
  CHECK(has(control, "<dt>Under granskning</dt><dd><a href=\"#agare\">1</a></dd>"));
  CHECK_FALSE(has(control, "RUT-005"));
}

TEST_CASE("an owner's page says when a review lasts too long", "[render][overview]") {
  auto handbook = test::sample_handbook();
  handbook.settings.in_review_days_max = 19;
  auto stuck = warning("RUT-005", "doc.stuck-in-review"_code);
  const auto page = check_page(owner_page, {stuck}, handbook);
  CHECK(has(page, "Har legat för länge"));
  CHECK(has(page, "doc.stuck-in-review"));
}

TEST_CASE("control and the owner's page name withheld revisions before all else",
          "[render][overview]") {
  const std::vector<Diagnostic> found = {warning("RUT-003"), withholding("RUT-001", 2)};
  auto handbook = test::sample_handbook();
  auto& withheld = handbook.documents[1].revisions[1];
  REQUIRE(withheld.document == "RUT-001");
  withheld.approval->next_review = test::day("2026-12-01");
  const auto control = check_page("kontroll/index.html", found, handbook);
  CHECK(stand_in_order(control, {"Visas inte för läsarna", "RUT-001", "utgåva 2", "agare-KSA"}));
  CHECK(has(control, "<dt>Visas inte</dt><dd><a href=\"#visas-inte\">1</a></dd>"));
  const auto page = check_page(owner_page, found, handbook);
  CHECK(stand_in_order(page, {"Visas inte för läsarna", "RUT-001", "utgåva 2", "id=\"pa-gang\"",
                              "datetime=\"2026-12-01\""}));
  CHECK_FALSE(has(control + page, "Title of RUT-001@2"));
  CHECK_FALSE(has(check_page("kontroll/agare/DIR/index.html", found, handbook), "utgåva 2"));
}

TEST_CASE("an owner's page leads from a finding to the step of the process", "[render][overview]") {
  auto finding = warning("PRO-001/A1", "activity.no-routine"_code);
  finding.location.path = "documents/PRO-001/1.md";
  CHECK(
      has(check_page(owner_page, {finding}), "href=\"../../../processer/PRO-001/index.html#A1\""));
}

TEST_CASE("an owner's page tells errors before warnings", "[render][overview]") {
  auto error = warning("RUT-003", "doc.repeal-without-decision"_code);
  error.severity = Severity::error;
  const auto page = check_page(owner_page, {warning("RUT-001"), error});
  CHECK(stand_in_order(page, {"doc.repeal-without-decision", "doc.review-overdue"}));
}

TEST_CASE("an owner's page tells what is wrong with a decision about a known document",
          "[render][overview]") {
  auto finding = warning("RUT-001", "doc.approval-missing"_code);
  finding.location.path = "documents/RUT-001/4.approval.toml";
  finding.about.part = Part::decisions;
  finding.revision = RevisionKey{"RUT-001", 4};
  CHECK(has(check_page(owner_page, {finding}), "doc.approval-missing"));
}

TEST_CASE("control tells nothing that names a draft, but takes no other id for it",
          "[render][overview]") {
  auto naming = warning("RUT-001", "link.broken"_code);
  naming.what = {"RUT-006"};
  auto longer = warning("RUT-001", "link.to-superseded"_code);
  longer.what = {"RUT-0060"};
  const auto path = GENERATE(as<std::string>{}, "kontroll/index.html", owner_page);
  const auto page = check_page(path, {naming, longer});
  CHECK_FALSE(has(page, "En länk leder ingenstans"));
  CHECK(has(page, "Länk till en ersatt utgåva"));
}

/// The sample handbook with days for the next reviews of PRO-001, which is late, and RUT-001.
Handbook reviewed_handbook() {
  auto handbook = test::sample_handbook();
  handbook.settings.review_horizon_days = 60;
  handbook.documents[0].revisions[0].approval->next_review = test::day("2026-10-05");
  handbook.documents[1].revisions[1].approval->next_review = test::day("2026-12-01");
  return handbook;
}

TEST_CASE("an owner's page tells what is late and due, and the next review of each document",
          "[render][overview]") {
  const auto page = check_page(owner_page, {}, reviewed_handbook());
  CHECK(stand_in_order(
      page, {"id=\"pa-gang\"", "inom 60 dagar", "class=\"is-late\"", "Title of PRO-001@1",
             "2026-10-05", "Försenat", "Title of RUT-001@2", "2026-12-01", "id=\"dokument\"",
             "class=\"is-late\"", "PRO-001", "2026-10-05", "RUT-001", "2026-12-01", "RUT-003"}));
  CHECK_FALSE(
      has(check_page("kontroll/agare/DIR/index.html", {}, reviewed_handbook()), "id=\"dokument\""));
}

TEST_CASE("control tells each owner's next day", "[render][overview]") {
  const auto page = check_page("kontroll/index.html", {}, reviewed_handbook());
  CHECK(stand_in_order(page, {"id=\"agare-KSA\"", "datetime=\"2026-12-01\""}));
  CHECK_FALSE(has(page, "2026-10-05"));  // past: the findings tell it
}

TEST_CASE("an owner's page keeps its bytes while nothing happens", "[render][overview]") {
  const auto today = test::render(reviewed_handbook(), test::day("2026-11-21"));
  const auto tomorrow = test::render(reviewed_handbook(), test::day("2026-11-22"));
  CHECK(today.at(owner_page) == tomorrow.at(owner_page));
  CHECK(today.at("kontroll/index.html") != tomorrow.at("kontroll/index.html"));
}

TEST_CASE("a handbook without remarks says so", "[render][overview]") {
  auto handbook = test::sample_handbook();
  std::erase_if(handbook.documents, [](const Document& d) { return d.id == "RUT-005"; });
  const auto path = GENERATE(as<std::string>{}, "kontroll/index.html", owner_page);
  CHECK(has(check_page(path, {}, handbook), "Kontrollerna har inget att anmärka på."));
}

TEST_CASE("about tells the day, the decision and the numbers", "[render][overview]") {
  auto handbook = test::sample_handbook();
  handbook.settings.adopted_by = "RUT-001";
  handbook.settings.contact = "handboken@exempel.se";
  const auto page = check_page("om/index.html", {}, handbook);
  CHECK(has(page, "<time datetime=\"2026-11-21\">21 november 2026</time>"));
  CHECK(has(page, "<dt>Huvudman</dt>"));
  CHECK(stand_in_order(
      page, {"Antagen genom", "Title of RUT-001@2", "Direktör", "<time datetime=\"2024-12-01\">"}));
  CHECK(has(page, "<dt>Gällande dokument</dt><dd>2</dd>"));
  CHECK(has(page, "href=\"mailto:handboken@exempel.se\""));
}

TEST_CASE("the accessibility statement says what the handbook says of it", "[render][overview]") {
  auto handbook = test::sample_handbook();
  CHECK_FALSE(test::render(handbook, test::day("2026-11-21")).contains(accessibility_page));
  handbook.settings.contact = "handboken@exempel.se";
  auto& told = handbook.settings.accessibility.emplace();
  told.compliance = Compliance::partly;
  told.assessed_on = test::day("2026-10-14");
  told.method = "Vi har provat med tangentbord.";
  told.faults = {
      {"Filmen saknar text.", FaultGround::exempt, "Den är från 2019.", {}, {}},
      {"Bilden är bred.", FaultGround::fault, {}, "Läs listan.", test::day("2027-06-30")}};
  const auto page = check_page(accessibility_page, {}, handbook);
  CHECK(stand_in_order(
      page, {"Nämnden står bakom", "delvis förenlig", "href=\"mailto:handboken@exempel.se\"",
             "href=\"https://www.digg.se/tdosanmalan\"", "inte är tillgängligt", "Bilden är bred.",
             "Läs listan.", "30 juni 2027", "lagen inte gäller för", "Filmen saknar text.",
             "Den är från 2019.", "14 oktober 2026", "Vi har provat", "ändrades senast"}));
  CHECK(has(check_page("index.html", {}, handbook),
            "href=\"tillganglighet/index.html\">Tillgänglighetsredogörelse"));
  told.contact = "https://exempel.se/fel";
  CHECK(has(check_page(accessibility_page, {}, handbook), "href=\"https://exempel.se/fel\""));
}

TEST_CASE("terms stand from A to Ö with a place to link to", "[render][overview]") {
  auto handbook = test::sample_handbook();
  const auto add = [&](const std::string& id, const std::string& name) -> Term& {
    auto& term = handbook.terms.emplace_back();
    term.id = id;
    term.term = name;
    term.definition = "Det som menas med " + name;
    return term;
  };
  add("arende", "ärende");
  auto& deviation = add("avvikelse", "avvikelse");
  deviation.synonyms = {"negativ händelse", "tillbud"};
  deviation.deprecated = {"incident"};
  deviation.source = "SOSFS 2011:9";
  const auto page = check_page("begrepp/index.html", {}, handbook);
  CHECK(stand_in_order(page, {"<h2 id=\"A\">A</h2>", "<div id=\"avvikelse\">",
                              "Kallas också: negativ händelse, tillbud", "Skriv inte: incident",
                              "SOSFS 2011:9", "<h2 id=\"A-UML\">Ä</h2>", "<div id=\"arende\">"}));
}

TEST_CASE("a missing page leads to the start from any address", "[render][overview]") {
  const auto page = check_page("404.html");
  CHECK(has(page, "Sidan finns inte"));
  CHECK(has(page, "href=\"/index.html\">Till startsidan</a>"));
  CHECK(has(page, "<link rel=\"stylesheet\" href=\"/assets/"));
  CHECK(has(page, "<meta name=\"robots\" content=\"noindex\">"));
}

TEST_CASE("a word stands under its Swedish letter", "[render][overview]") {
  CHECK(index_letter("avvikelse").text == "A");
  CHECK(index_letter("Östra").text == "Ö");
  CHECK(index_letter("ålder").text == "Å");
  CHECK(index_letter("étage").text == "E");
  CHECK(index_letter("1177").text == "0–9");
  CHECK(index_letter("").text == "0–9");
}

}  // namespace
}  // namespace handbok
