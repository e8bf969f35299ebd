#include <catch2/catch.hpp>

#include "render/tables/table_page.hpp"
#include "support/sample_handbook.hpp"
#include "support/text_parts.hpp"

namespace handbok {
namespace {

const auto today = "2026-11-21";

std::string page_of(const Handbook& handbook, const std::string& path,
                    const std::vector<Diagnostic>& diagnostics = {}) {
  const auto site = test::render(handbook, test::day(today), diagnostics);
  const auto page = site.find(path);
  INFO(path);
  REQUIRE(page != site.end());
  return page->second;
}

/// The part of a page from one heading's anchor to the end of its section.
std::string section_of(const std::string& page, const std::string& anchor) {
  const auto start = page.find("id=\"" + anchor + "\"");
  INFO(anchor);
  REQUIRE(start != std::string::npos);
  return page.substr(start, page.find("</section>", start) - start);
}

Action action(const std::string& id, const std::string& due_on) {
  Action result;
  result.id = id;
  result.title = "Title of " + id;
  result.responsible = "KSA";
  result.unit = "enhet";
  result.due_on = test::day(due_on);
  return result;
}

Finding finding(const std::string& id, FindingKind kind) {
  Finding result;
  result.id = id;
  result.text = "Text of " + id;
  result.kind = kind;
  result.found_on = test::day("2026-09-01");
  result.about = "RUT-001";
  return result;
}

Handbook working_handbook() {
  auto handbook = test::sample_handbook();
  handbook.actions = {action("ATG-01", "2026-10-01"), action("ATG-02", "2026-12-24")};
  handbook.actions[0].planned_in = "RUT-001";
  handbook.actions[1].escalated_to = "FOR-01";
  Forum forum;
  forum.id = "FOR-01";
  forum.name = "Dialogen";
  forum.level = "unit";
  forum.first_on = test::day("2026-01-15");
  handbook.forums = {forum};
  for (auto& unit : handbook.units) {
    if (unit.id == "enhet") unit.level = "unit";
  }
  return handbook;
}

TEST_CASE("findings stand below the actions, with what they are about and led to",
          "[render][registers]") {
  auto handbook = working_handbook();
  handbook.findings = {finding("IAK-01", FindingKind::shortcoming),
                       finding("IAK-02", FindingKind::good_practice)};
  handbook.findings[0].verdict = Verdict::unfit;
  handbook.findings[0].decision = "RUT-001 revision 2";
  handbook.findings[1].found_on = test::day("2026-11-22");
  handbook.actions[0].origin = ActionOrigin::finding;
  handbook.actions[0].origin_id = "IAK-01";
  const auto page = page_of(handbook, "atgarder/index.html");
  const auto section = section_of(page, "iakttagelser");
  CHECK(has(section, "Text of IAK-01"));
  CHECK(has(section, "../dokument/RUT-001/index.html"));
  CHECK(has(section, "../dokument/RUT-001/2.html"));
  CHECK(has(section, "href=\"../atgarder/index.html#ATG-01\""));
  CHECK(has(section_of(page, "pagar"), "href=\"../atgarder/index.html#IAK-01\""));
  CHECK_FALSE(has(page, "Text of IAK-02"));  // nobody has seen it yet
}

TEST_CASE("a finding that says unfit and led to nothing says so", "[render][registers]") {
  auto handbook = working_handbook();
  handbook.findings = {finding("IAK-01", FindingKind::shortcoming)};
  handbook.findings[0].verdict = Verdict::unfit;
  CHECK(has(page_of(handbook, "atgarder/index.html"), "Inget beslut ännu"));
  handbook.findings[0].decision = "RUT-006 revision 1";  // a draft: nothing of it is told
  CHECK_FALSE(has(page_of(handbook, "atgarder/index.html"), "RUT-006"));
}

TEST_CASE("compilations and reviews have no title, and are called by their days",
          "[render][registers]") {
  auto handbook = working_handbook();
  Compilation compilation;
  compilation.id = "SAM-2026-T2";
  compilation.first_day = test::day("2026-05-01");
  compilation.until = test::day("2026-09-01");
  compilation.counts = {{"complaint", 3, "enhet", "PRO-001"}};
  handbook.compilations = {compilation};
  ManagementReview review;
  review.id = "LG-2026";
  review.planned_on = test::day("2026-12-10");
  review.held_on = test::day("2026-12-11");  // which nobody knows yet
  handbook.reviews = {review};
  handbook.actions[0].origin_id = "SAM-2026-T2";
  handbook.actions[1].origin_id = "LG-2026";
  const auto open = section_of(page_of(handbook, "atgarder/index.html"), "pagar");
  CHECK(has(open, "#SAM-2026-T2\">Sammanställning, maj–augusti 2026</a>"));
  CHECK(has(open, "#LG-2026\">Ledningens genomgång, 10 december 2026</a>"));
  const auto page = page_of(handbook, "sammanstallningar/index.html");
  CHECK(
      has(section_of(page, "antal"), "maj–augusti 2026 <span class=\"doc-id\">SAM-2026-T2</span>"));
  const auto heat = section_of(page, "fordelning-SAM-2026-T2");
  CHECK(has(heat, "Enhet och process, maj–augusti 2026</h2>"));
  CHECK_FALSE(has(heat, ">PRO-001<"));
}

TEST_CASE("an open action in no plan is told apart, and so is what is raised",
          "[render][registers]") {
  const auto handbook = working_handbook();
  const auto open = section_of(page_of(handbook, "atgarder/index.html"), "pagar");
  const auto second = open.substr(open.find("id=\"ATG-02\""));
  CHECK(has(second, "I ingen plan"));
  CHECK(has(second, "Lyft till <a href=\"../forum/index.html#FOR-01\">Dialogen</a>"));
  CHECK_FALSE(has(open.substr(0, open.find("id=\"ATG-02\"")), "I ingen plan"));
  const auto control = section_of(page_of(handbook, "kontroll/index.html"), "utan-plan");
  CHECK(has(control, "Title of ATG-02"));
  CHECK_FALSE(has(control, "Title of ATG-01"));
}

TEST_CASE("a forum's page lists what its next agenda has, and no text that is under review",
          "[render][registers]") {
  auto handbook = working_handbook();
  CHECK_FALSE(has(page_of(handbook, "forum/index.html"), "dagordning-for-01"));
  handbook.forums[0].agenda = {
      {"Försenat", {AgendaSubject::late_actions}, false},
      {"Texter", {AgendaSubject::pending_documents, AgendaSubject::changed_documents}, false}};
  const auto section = section_of(page_of(handbook, "forum/index.html"), "dagordning-for-01");
  CHECK(has(section, "href=\"../atgarder/index.html#ATG-01\""));
  CHECK(has(section, "försenad"));
  CHECK_FALSE(has(section, "ATG-02"));
  CHECK_FALSE(has(section, "RUT-005"));
}

TEST_CASE("a forum tells its next day and what has been raised to it", "[render][registers]") {
  const auto page = page_of(working_handbook(), "forum/index.html");
  CHECK(has(page, "datetime=\"2026-12-17\""));
  CHECK(has(page, "Title of ATG-02"));
  CHECK_FALSE(has(page, "Title of ATG-01"));
}

TEST_CASE("a unit's page tells what is late and coming, and its meetings", "[render][registers]") {
  auto handbook = working_handbook();
  handbook.settings.review_horizon_days = 60;
  const auto page = page_of(handbook, "enheter/enhet/index.html");
  const auto due = section_of(page, "pa-gang");
  CHECK(has(due, "Title of ATG-01"));
  CHECK(has(due, "class=\"is-late\""));
  CHECK(has(due, "Title of ATG-02"));
  CHECK(has(due, "Möte: "));
  CHECK(has(section_of(page, "moten"), "Dialogen"));
  handbook.settings.review_horizon_days = 10;
  CHECK_FALSE(
      has(section_of(page_of(handbook, "enheter/enhet/index.html"), "pa-gang"), "Title of ATG-02"));
}

TEST_CASE("a contractor's page has its reports, services and no risks of ours",
          "[render][registers]") {
  auto handbook = working_handbook();
  ContractReport report;
  report.id = "EB-01";
  report.unit = "enhet";
  report.year = 2025;
  report.due_on = test::day("2026-02-15");
  handbook.contract_reports = {report};
  Service service;
  service.id = "TJ-01";
  service.name = "Boendet";
  service.units = {"enhet"};
  handbook.services = {service};
  Risk risk;
  risk.id = "RSK-01";
  risk.event = "Fel läkemedel";
  risk.unit = "namnd";
  handbook.risks = {risk};
  const std::string path = "enheter/enhet/index.html";
  CHECK(has(page_of(handbook, path), "Fel läkemedel"));
  for (auto& unit : handbook.units) {
    if (unit.id == "enhet") unit.kind = UnitKind::contractor;
  }
  const auto page = page_of(handbook, path);
  CHECK_FALSE(has(page, "Fel läkemedel"));
  CHECK(has(section_of(page, "utforare"), "Saknas"));
  CHECK(has(section_of(page, "tjanster"), "Boendet"));
  CHECK_FALSE(has(page, "id=\"moten\""));
}

TEST_CASE("a unit's page says who answers by each law: the contractor, or the principal",
          "[render][registers]") {
  auto handbook = working_handbook();
  auto& settings = handbook.settings;
  settings.regimes = {{"HSL", "hälso- och sjukvård", "Vårdgivare", {}},
                      {"SOL", "socialtjänst", "Bedriver socialtjänst", "enhet"},
                      {"PSL", "patientsäkerhet", {}, {}}};
  OrgUnit* unit = nullptr;
  for (auto& one : handbook.units) {
    if (one.id == "enhet") unit = &one;
  }
  REQUIRE(unit != nullptr);
  unit->regimes = {"HSL", "PSL"};
  const auto principal = handbook.find_unit(settings.principal)->name;
  const auto page = page_of(handbook, "enheter/enhet/index.html");
  CHECK(has(page, "<dt>Vårdgivare</dt><dd>" + principal + "</dd>"));
  CHECK_FALSE(has(page, "Bedriver socialtjänst"));
  unit->regimes = {"HSL", "SOL"};
  CHECK(has(page_of(handbook, "enheter/enhet/index.html"),
            "<dt>Bedriver socialtjänst</dt><dd>" + unit->name + "</dd>"));
  unit->kind = UnitKind::contractor;
  CHECK(has(page_of(handbook, "enheter/enhet/index.html"),
            "<dt>Vårdgivare</dt><dd>" + unit->name + "</dd>"));
}

TEST_CASE("who answers for a duty together with others says so, on both pages",
          "[render][registers]") {
  auto handbook = working_handbook();
  handbook.settings.levels = {{"unit", "Enhet", {}}};
  Duty duty;
  duty.id = "UPP-01";
  duty.title = "Bedöma risker";
  duty.responsible = {{"unit", "KSA", true, {"DIR"}}};
  duty.levels = {"unit"};
  handbook.duties = {duty};
  CHECK(has(section_of(page_of(handbook, "ansvar/index.html"), "uppgifter"),
            "tillsammans med <a href=\"../roller/DIR/index.html\">Direktör</a>"));
  CHECK(has(section_of(page_of(handbook, "roller/DIR/index.html"), "uppgifter"),
            "Enhet tillsammans med <a href=\"../../roller/KSA/index.html\">"));
  CHECK_FALSE(has(page_of(handbook, "ansvar/index.html"), "quality"));
}

TEST_CASE("each scale of risks has its own matrix, with its own names", "[render][registers]") {
  auto handbook = working_handbook();
  RiskScale usual;
  usual.id = "vanlig";
  usual.probability = {"liten", "stor"};
  usual.consequence = {"mindre", "större"};
  auto other = usual;
  other.id = "vor";
  other.exercises = {"vor"};
  other.consequence_name = "Väsentlighet";
  handbook.settings.risk_scales = {usual, other};
  Risk risk;
  risk.id = "RSK-01";
  risk.event = "Fel läkemedel";
  handbook.risks = {risk};
  const auto page = page_of(handbook, "risker/index.html");
  CHECK(stand_in_order(page, {"Riskmatris</h2>", "Sannolikhet uppåt, konsekvens åt höger",
                              "Riskmatris: Väsentlighets- och riskanalys</h2>",
                              "Sannolikhet uppåt, Väsentlighet åt höger"}));
}

TEST_CASE("what the board did with a contractor's report is told when it has come",
          "[render][registers]") {
  auto handbook = working_handbook();
  ContractReport report;
  report.id = "EB-01";
  report.unit = "enhet";
  report.due_on = test::day("2026-02-15");
  report.received_on = test::day("2026-11-21");
  report.board_action = "notified";
  handbook.contract_reports = {report};
  CHECK(has(page_of(handbook, "berattelser/index.html"), "Anmäld till nämnden"));
  handbook.contract_reports[0].received_on = test::day("2026-11-22");
  CHECK_FALSE(has(page_of(handbook, "berattelser/index.html"), "Anmäld till nämnden"));
}

TEST_CASE("roll-out stands on the page of the document and of the unit", "[render][registers]") {
  auto handbook = working_handbook();
  Rollout rollout;
  rollout.id = "INF-01";
  rollout.document = "RUT-001";
  rollout.unit = "enhet";
  rollout.measure = RolloutMeasure::practice;
  rollout.due_on = test::day("2026-11-01");
  handbook.rollouts = {rollout};
  const auto document =
      section_of(page_of(handbook, "dokument/RUT-001/index.html"), "sida_inforande");
  CHECK(has(document, "Enheten"));
  CHECK(has(document, "Övning"));
  CHECK(has(document, "Försenat"));
  CHECK(has(section_of(page_of(handbook, "enheter/enhet/index.html"), "sida_inforande"),
            "Title of RUT-001@2"));
  CHECK_FALSE(has(page_of(handbook, "dokument/RUT-001/1.html"), "sida_inforande"));
}

TEST_CASE("those who may complain stand with what says how that is received",
          "[render][registers]") {
  auto handbook = working_handbook();
  Requirement requirement;
  requirement.id = "OWN-01";
  requirement.text = "Ingen väntar";
  handbook.requirements = {requirement};
  handbook.settings.complaint_sources = {{"staff", "personal", {"RUT-001"}, {}},
                                         {"ivo", "andra myndigheter", {"RUT-002"}, {}}};
  const auto section = section_of(page_of(handbook, "krav/index.html"), "klagande");
  CHECK(stand_in_order(section,
                       {"personal", "Visat", "Title of RUT-001@2", "andra myndigheter", "Saknas"}));
}

TEST_CASE("a requirement tells where it is kept what shows it", "[render][registers]") {
  auto handbook = working_handbook();
  Requirement requirement;
  requirement.id = "OWN-01";
  requirement.origin = RequirementOrigin::own;
  requirement.text = "Ingen väntar";
  handbook.requirements = {requirement};
  EvidenceRef reference;
  reference.id = "VIS-01";
  reference.title = "Rådets anteckningar";
  reference.kept_at = "Diariet";
  reference.requirements = {"OWN-01"};
  reference.from = test::day("2026-01-01");
  reference.to = test::day("2026-12-31");
  handbook.evidence = {reference};
  const auto page = page_of(handbook, "krav/index.html");
  CHECK(has(page, "Protokoll: Rådets anteckningar. Finns: Diariet."));
  CHECK(has(page, "datetime=\"2026-12-31\""));
  handbook.evidence[0].from = test::day("2026-11-22");
  CHECK_FALSE(has(page_of(handbook, "krav/index.html"), "Rådets anteckningar"));
}

TEST_CASE("what applied when is told unit by unit, with permanent links", "[render][registers]") {
  const auto page = page_of(test::sample_handbook(), "datum/index.html");
  CHECK(has(page, "id=\"day-list\""));
  CHECK(has(page, "href=\"../datum/enhet/index.html\""));
  const auto unit = page_of(test::sample_handbook(), "datum/enhet/index.html");
  CHECK(has(unit, "href=\"../../dokument/RUT-001/2.html\""));
  CHECK(has(unit, "href=\"../../dokument/RUT-001/1.html\""));
  CHECK_FALSE(has(unit, "RUT-005"));
  CHECK(has(page_of(test::sample_handbook(), "arkiv/index.html"), "../datum/index.html"));
}

TableSection section_with(std::size_t rows, bool is_late = false) {
  TableBuilder table("a", "A", {"x", "y"});
  for (std::size_t row = 0; row < rows; ++row)
    table.add({}, {"x"}, {{"y"}}).is_late = is_late && row == 0;
  return table.take();
}

std::string folded(const std::vector<std::size_t>& rows, std::size_t late = 100) {
  std::vector<TableSection> sections;
  for (std::size_t i = 0; i < rows.size(); ++i)
    sections.push_back(section_with(rows[i], i == late));
  fold_long_sections(sections);
  std::string text;
  for (const auto& section : sections)
    text += section.is_folded ? "(" + section.count + ")" : "-";
  return text;
}

TEST_CASE("sections after those that can be looked over are folded", "[render][registers]") {
  CHECK(folded({30, 0, 5, 20, 3}) == "---(20)-");
  CHECK(folded({30, 20, 20}, 1) == "--(20)");
  CHECK(folded({100, 1}) == "-(1)");
  CHECK(folded({0, 100}) == "--");
}

TEST_CASE("a local document stands under the heading that it complements, or under the title",
          "[render][registers]") {
  auto handbook = test::sample_handbook();
  BodyHeading heading;
  heading.text = "Så gör du";
  heading.anchor = "sa-gor-du";
  for (auto& document : handbook.documents) {
    if (document.id != "RUT-001") continue;
    auto& body = document.revisions[1].body;
    body.headings = {heading};
    body.pieces.insert(body.pieces.begin(),
                       {"<h2 id=\"sa-gor-du\">Så gör du</h2>\n", PieceKind::html, 0});
  }
  Document local;
  local.id = "LRU-001";
  local.folder = "documents/LRU-001";
  local.revisions = {test::adopted_revision("LRU-001", 1, "2026-07-01")};
  local.revisions[0].unit = "enhet";
  local.revisions[0].relations = {{RelationKind::complements, "RUT-001", 2, "sa-gor-du", {}}};
  handbook.documents.insert(handbook.documents.begin(), local);
  const std::string path = "dokument/RUT-001/index.html";
  const auto box = "<details class=\"local-box\" data-unit=\"enhet\">";
  CHECK(has(page_of(handbook, path), std::string("Så gör du</h2>\n") + box));
  CHECK(stand_in_order(page_of(handbook, path),
                       {box, "Text of LRU-001 revision 1.",
                        "href=\"../../dokument/LRU-001/index.html\">Title of LRU-001@1</a>"}));
  CHECK_FALSE(has(page_of(handbook, path), "local-outdated"));
  handbook.documents[0].revisions[0].relations[0].heading = "finns-inte";
  CHECK(stand_in_order(page_of(handbook, path),
                       {"<details class=\"local-group\">",
                        "Lokala tillägg <span class=\"count\">(1)</span>", box, "Så gör du</h2>"}));
  handbook.documents[0].revisions[0].relations[0].based_on = 1;
  CHECK(stand_in_order(page_of(handbook, path), {box, "local-outdated", "jamfor-1-2.html"}));
  CHECK(has(page_of(handbook, "dokument/LRU-001/index.html"), "Skrivet till en äldre utgåva"));
}

}  // namespace
}  // namespace handbok
