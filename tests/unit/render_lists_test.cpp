#include <catch2/catch.hpp>

#include "support/code.hpp"
#include "support/sample_handbook.hpp"
#include "support/text_parts.hpp"

namespace handbok {
namespace {

/// The sample handbook with a law, two clauses, a local routine and people to read it.
Handbook listed_handbook() {
  auto handbook = test::sample_handbook();
  LegalSource old_act;
  old_act.id = "sfs-2001-453";
  old_act.number = "SFS 2001:453";
  old_act.title = "Gammal lag";
  old_act.repealed_on = test::day("2025-07-01");
  old_act.replaced_by = {"sosfs-2011-9"};
  LegalSource regulation;
  regulation.id = "sosfs-2011-9";
  regulation.number = "SOSFS 2011:9";
  regulation.title = "Ledningssystem";
  regulation.kind = SourceKind::regulation;
  handbook.sources = {old_act, regulation};
  Clause whole;
  whole.source = "sosfs-2011-9";
  whole.ref = "4:1";
  whole.title = "Anpassa systemet";
  auto advice = whole;
  advice.ref = "4:1 AR";
  advice.title = "Ta hjälp";
  advice.force = ClauseForce::advice;
  handbook.clauses = {advice, whole};
  OrgUnit closed;
  closed.id = "stangd";
  closed.name = "Stängda enheten";
  closed.parent = "namnd";
  closed.valid_to = test::day("2026-01-01");
  handbook.units.push_back(closed);
  return handbook;
}

/// The revision in force of RUT-001, to be changed before rendering.
Revision& routine(Handbook& handbook) {
  for (auto& document : handbook.documents) {
    if (document.id == "RUT-001") return document.revisions[1];
  }
  FAIL("no RUT-001");
  return handbook.documents.front().revisions.front();
}

/// The page at `path` of the site of `handbook` on 2026-11-21.
std::string check_page(const Handbook& handbook, const std::string& path,
                       const std::vector<Diagnostic>& diagnostics = {}) {
  const auto site = test::render(handbook, test::day("2026-11-21"), diagnostics);
  const auto page = site.find(path);
  INFO(path);
  REQUIRE(page != site.end());
  return page->second;
}

Diagnostic withholding(const std::string& document, int number) {
  Diagnostic diagnostic;
  diagnostic.code = "doc.approved-text-changed"_code;
  diagnostic.severity = Severity::error;
  diagnostic.consequence = Consequence::revision_withheld;
  diagnostic.revision = RevisionKey{document, number};
  return diagnostic;
}

TEST_CASE("the list of documents names what is published and nothing else", "[render][lists]") {
  const auto page = check_page(listed_handbook(), "dokument/index.html");
  for (const auto* const id : {"RUT-001", "RUT-002", "RUT-003", "RUT-004", "PRO-001"}) {
    INFO(id);
    CHECK(has(page, id));
  }
  CHECK_FALSE(has(page, "RUT-005"));
  CHECK_FALSE(has(page, "RUT-006"));
  CHECK(has(page, "Title of RUT-001@2"));
  CHECK_FALSE(has(page, "Title of RUT-001@3"));
  CHECK(has(page, "badge-repealed"));
  CHECK(has(page, "badge-expired"));
  CHECK(has(page, "badge-upcoming"));
}

TEST_CASE("the list of documents counts each type", "[render][lists]") {
  const auto page = check_page(listed_handbook(), "dokument/index.html");
  CHECK(has(page, "Rutiner <span class=\"count\">(4)</span>"));
  CHECK(has(page, "Processbeskrivningar <span class=\"count\">(1)</span>"));
  CHECK(has(page, "href=\"#typ-rut\""));
}

TEST_CASE("a review is overdue in the list from the day after its day", "[render][lists]") {
  auto handbook = listed_handbook();
  routine(handbook).approval->next_review = test::day("2026-11-21");
  CHECK_FALSE(has(check_page(handbook, "dokument/index.html"), "badge-overdue"));
  routine(handbook).approval->next_review = test::day("2026-11-20");
  CHECK(has(check_page(handbook, "dokument/index.html"), "badge-overdue"));
}

TEST_CASE("a withheld revision is listed by the one that readers see", "[render][lists]") {
  const auto page =
      check_page(listed_handbook(), "dokument/index.html", {withholding("RUT-001", 2)});
  CHECK(has(page, "Title of RUT-001@1"));
  CHECK_FALSE(has(page, "Title of RUT-001@2"));
}

TEST_CASE("the map of processes says what each is for and what it lacks", "[render][lists]") {
  auto handbook = listed_handbook();
  Diagnostic no_routine;
  no_routine.code = "activity.no-routine"_code;
  no_routine.revision = handbook.documents.front().revisions.front().key();
  const auto page = check_page(handbook, "processer/index.html", {no_routine});
  CHECK(has(page, "Syftet med processen"));
  CHECK(has(page, "2 steg<"));
  CHECK(has(page, "1 steg saknar rutin"));
  CHECK(has(page, "href=\"../roller/KSA/index.html\""));
}

TEST_CASE("a sub-process stands under the process that it is a part of", "[render][lists]") {
  auto handbook = listed_handbook();
  auto part = handbook.documents.front();
  part.id = "PRO-002";
  part.revisions.front().document = "PRO-002";
  part.revisions.front().title = "Delen";
  part.revisions.front().process->kind = ProcessKind::sub;
  part.revisions.front().process->parent = "PRO-001";
  handbook.documents.insert(handbook.documents.begin() + 1, part);
  CHECK(has(check_page(handbook, "processer/index.html"), "class=\"process-part\""));
  handbook.documents[1].revisions.front().process->parent = "PRO-009";
  const auto page = check_page(handbook, "processer/index.html");
  CHECK(has(page, "id=\"delprocesser\""));
  CHECK_FALSE(has(page, "class=\"process-part\""));
}

TEST_CASE("a role's page lists its steps, tasks, reading and documents", "[render][lists]") {
  auto handbook = listed_handbook();
  routine(handbook).audience = {"KSA"};
  routine(handbook).responsible = {{"Utreda klagomålet", {"DIR", "KSA"}, "KSA"}};
  const auto page = check_page(handbook, "roller/KSA/index.html");
  CHECK(has(page, "href=\"../../processer/PRO-001/index.html#A1\""));
  CHECK(has(page, "Ta emot klagomålet"));
  CHECK(has(page, "Utreda klagomålet <span class=\"item-note\">(leder)</span>"));
  CHECK(has(page, "Note on RUT-001@2"));
  CHECK(has(page, "id=\"ager\""));
  CHECK_FALSE(has(page, "RUT-005"));
  CHECK_FALSE(has(page, "RUT-006"));
  CHECK_FALSE(has(check_page(handbook, "roller/DIR/index.html"), "(leder)"));
}

TEST_CASE("a role's page says what it may decide on", "[render][lists]") {
  auto handbook = listed_handbook();
  ApprovalPolicy policy;
  policy.approves = {"DIR"};
  policy.consults_by_regime = {{"HSL", {"KSA"}}};
  handbook.types.back().policies = {policy};
  handbook.settings.regimes = {{"HSL", "hälso- och sjukvård"}};
  CHECK(has(check_page(handbook, "roller/DIR/index.html"), "<li>Rutiner</li>"));
  CHECK(
      has(check_page(handbook, "roller/KSA/index.html"), "<li>Rutiner (hälso- och sjukvård)</li>"));
}

TEST_CASE("the tree of units has those that exist on the day", "[render][lists]") {
  const auto handbook = listed_handbook();
  const auto site = test::render(handbook, test::day("2026-11-21"));
  const auto& page = site.at("enheter/index.html");
  CHECK(has(page, "Nämnden"));
  CHECK(has(page, "Enheten"));
  CHECK_FALSE(has(page, "Stängda enheten"));
  CHECK_FALSE(site.contains("enheter/stangd/index.html"));
  const auto earlier = test::render(handbook, test::day("2025-12-31"));
  CHECK(earlier.contains("enheter/stangd/index.html"));
}

TEST_CASE("a unit's handbook has its own documents first, and tells what they add to",
          "[render][lists]") {
  auto handbook = listed_handbook();
  auto local = test::adopted_revision("RUT-009", 1, "2026-01-01");
  local.unit = "enhet";
  local.title = "Lokal rutin";
  local.relations = {{RelationKind::complements, "RUT-001", 2, {}, {}}};
  Document document;
  document.id = "RUT-009";
  document.revisions = {local};
  handbook.documents.push_back(document);
  const auto page = check_page(handbook, "enheter/enhet/index.html");
  INFO(page);
  const auto central = page.find("Från Nämnden");
  REQUIRE(central != std::string::npos);
  CHECK(page.find(">Enhetens egna</h3>") < central);
  const auto complement = page.find("Lokalt tillägg:");
  CHECK(central < complement);
  CHECK(has(page, "<li><a href=\"../../enheter/namnd/index.html\">Nämnden</a></li></ol>"));
}

TEST_CASE("a contractor's page says that the contract decides", "[render][lists]") {
  auto handbook = listed_handbook();
  handbook.units.front().kind = UnitKind::contractor;
  const auto page = check_page(handbook, "enheter/enhet/index.html");
  CHECK(has(page, "Drivs av en entreprenör"));
  CHECK_FALSE(has(page, "Title of RUT-001"));
}

TEST_CASE("a law's page has its clauses and who names them", "[render][lists]") {
  auto handbook = listed_handbook();
  routine(handbook).requirements = {"sosfs-2011-9/4:1"};
  const auto page = check_page(handbook, "lagar/sosfs-2011-9/index.html");
  CHECK(has(page, "id=\"k4-1\""));
  CHECK(has(page, "id=\"k4-1-ar\""));
  CHECK(page.find("Anpassa systemet") < page.find("Ta hjälp"));
  CHECK(has(page, "badge-binding"));
  CHECK(has(page, "badge-advice"));
  CHECK(has(page, "href=\"../../dokument/RUT-001/index.html\""));
  CHECK(has(page, "SFS 2001:453"));
}

TEST_CASE("a repealed law says by what it was replaced and who still rests on it",
          "[render][lists]") {
  auto handbook = listed_handbook();
  routine(handbook).legal_basis = {"SFS 2001:453 5 kap. 1 §"};
  const auto page = check_page(handbook, "lagar/sfs-2001-453/index.html");
  CHECK(has(page, "badge-repealed"));
  CHECK(has(page, "href=\"../../lagar/sosfs-2011-9/index.html\""));
  CHECK(has(page, "Title of RUT-001@2"));
  const auto list = check_page(handbook, "lagar/index.html");
  CHECK(has(list, "Gammal lag"));
  CHECK(has(list, "Ledningssystem"));
}

TEST_CASE("a handbook that rests on no law has no page of them and no link to one",
          "[render][lists]") {
  auto handbook = listed_handbook();
  handbook.sources.clear();
  handbook.clauses.clear();
  const auto site = test::render(handbook, test::day("2026-11-21"));
  CHECK_FALSE(site.contains("lagar/index.html"));
  CHECK_FALSE(has(site.at("index.html"), "lagar/index.html"));
}

}  // namespace
}  // namespace handbok
