// "Säg till": what somebody at work must tell others of.
#include <catch2/catch.hpp>

#include "derive/topics.hpp"
#include "support/sample_handbook.hpp"
#include "support/text_parts.hpp"

namespace handbok {
namespace {

const auto path = "sag-till/index.html";

std::string page_of(const Handbook& handbook, const std::string& day = "2026-11-21") {
  const auto site = test::render(handbook, test::day(day));
  const auto page = site.find(path);
  REQUIRE(page != site.end());
  return page->second;
}

LegalSource source(const std::string& id, const std::string& number) {
  LegalSource result;
  result.id = id;
  result.number = number;
  result.title = "Lag " + number;
  return result;
}

ReportingDuty duty(const std::string& id, const std::string& title) {
  ReportingDuty result;
  result.id = id;
  result.title = title;
  result.what = "Det som är fel.";
  result.when = "Genast.";
  result.to = {"KSA"};
  result.topics = {"fara"};
  return result;
}

/// The sample handbook with one duty to report, described by RUT-001 and by two texts that readers
/// may not know of, and an act that took the place of another on 2025-07-01.
Handbook reporting_handbook() {
  auto handbook = test::sample_handbook();
  handbook.types[1].is_routine = true;
  for (auto& document : handbook.documents) {
    const bool is_about = document.id == "RUT-001" || document.id == "RUT-005" ||
                          document.id == "RUT-006" || document.id == "PRO-001";
    for (auto& revision : document.revisions) {
      if (is_about) revision.topics = {"fara"};
    }
  }
  handbook.roles[1].contact = "Ring växeln";
  auto before = source("sfs-2001-453", "SFS 2001:453");
  before.repealed_on = test::day("2025-07-01");
  before.replaced_by = {"sfs-2025-400"};
  auto after = source("sfs-2025-400", "SFS 2025:400");
  after.in_force_from = test::day("2025-07-01");
  handbook.sources = {before, after};
  handbook.reporting_duties = {duty("TILL-01", "Någon far illa")};
  return handbook;
}

TEST_CASE("without a duty to report there is no page and no way to it", "[render][reporting]") {
  auto handbook = reporting_handbook();
  handbook.reporting_duties[0].valid_from = test::day("2026-11-22");
  const auto site = test::render(handbook, test::day("2026-11-21"));
  CHECK(site.find(path) == site.end());
  CHECK_FALSE(has(site.at("index.html"), "sag-till"));
  CHECK_FALSE(has(site.at("inspektion/index.html"), "sag-till"));
}

TEST_CASE("the page stays when the last duty has ended, and says so", "[render][reporting]") {
  auto handbook = reporting_handbook();
  handbook.reporting_duties[0].valid_to = test::day("2026-11-21");
  const auto page = page_of(handbook);
  CHECK(has(page, "Just nu står inget här."));
  CHECK_FALSE(has(page, "Någon far illa"));
  CHECK_FALSE(has(page_of(handbook, "2026-11-20"), "Just nu står inget här."));
}

TEST_CASE("the page tells what, to whom, how soon and by which routine", "[render][reporting]") {
  auto handbook = reporting_handbook();
  auto& row = handbook.reporting_duties[0];
  row.first = "Hjälp personen.";
  row.otherwise = "På natten: jouren.";
  row.who = {"anställd", "student"};
  row.investigated_by = {"DIR"};
  const auto page = page_of(handbook);
  CHECK(stand_in_order(
      page, {"<h1>Säg till</h1>", "<h2 id=\"TILL-01\">Någon far illa</h2>", "Hjälp personen.",
             "Det som är fel.", "href=\"../roller/KSA/index.html\">Kvalitetssamordnare</a> (Ring",
             "På natten: jouren.", "Genast.",
             "href=\"../dokument/RUT-001/index.html\">Title of RUT-001@2</a>", "<li>anställd</li>",
             "<li>student</li>", "href=\"../roller/DIR/index.html\">Direktör</a>"}));
  CHECK_FALSE(has(page, "Alla som arbetar här."));
  CHECK_FALSE(has(page, "page-contents"));  // one duty needs no list
}

TEST_CASE("every page leads to the duties to report", "[render][reporting]") {
  const auto site = test::render(reporting_handbook(), test::day("2026-11-21"));
  CHECK(stand_in_order(site.at("index.html"),
                       {"href=\"sag-till/index.html\">Säg till</a>", "<main",
                        "href=\"sag-till/index.html\"><strong>Säg till</strong>"}));
  CHECK(has(site.at("dokument/RUT-001/index.html"), "href=\"../../sag-till/index.html\""));
  CHECK(has(site.at("inspektion/index.html"), "href=\"../sag-till/index.html\""));
}

TEST_CASE("only a routine in force under the regime describes a duty", "[render][reporting]") {
  auto handbook = reporting_handbook();
  const auto page = page_of(handbook);
  CHECK_FALSE(has(page, "RUT-005"));             // in review
  CHECK_FALSE(has(page, "RUT-006"));             // a draft
  CHECK_FALSE(has(page, "Title of PRO-001@1"));  // no routine
  handbook.reporting_duties[0].regimes = {"SOL"};
  CHECK(has(page_of(handbook), "RUT-001"));  // the routine is for every regime
  for (auto& revision : handbook.documents[1].revisions)
    revision.regimes = {"HSL"};
  const auto other = page_of(handbook);
  CHECK_FALSE(has(other, "Title of RUT-001@2"));
  CHECK(has(other, "Ingen rutin beskriver det just nu."));
}

TEST_CASE("a local routine comes after the common one", "[derive][reporting]") {
  auto handbook = reporting_handbook();
  auto& local = handbook.documents[0].revisions[0];
  local.type = "RUT";
  Relation base;
  base.kind = RelationKind::complements;
  base.document = "RUT-001";
  local.relations = {base};
  const DayView view(handbook, test::day("2026-11-21"));
  const auto routines = reporting_routines(view, handbook.reporting_duties[0]);
  REQUIRE(routines.size() == 2);
  CHECK(routines[0]->document == "RUT-001");
  CHECK(routines[1]->document == "PRO-001");
}

TEST_CASE("a form belongs to a duty by its routine", "[render][reporting]") {
  auto handbook = reporting_handbook();
  CHECK_FALSE(has(page_of(handbook), "Blankett"));
  Relation form;
  form.kind = RelationKind::form_for;
  form.document = "RUT-001";
  handbook.documents[0].revisions[0].relations = {form};
  CHECK(stand_in_order(page_of(handbook), {"<dt>Blankett</dt>", "Title of PRO-001@1"}));
}

TEST_CASE("law that is repealed on the day gives way to what replaced it", "[render][reporting]") {
  auto handbook = reporting_handbook();
  auto& law = handbook.reporting_duties[0].law;
  law = {"sfs-2001-453/14:3"};
  CHECK(has(page_of(handbook, "2025-06-01"), "SFS 2001:453, 14\u00a0kap.\u00a03\u00a0§"));
  const auto now = page_of(handbook);
  CHECK_FALSE(has(now, "SFS 2001:453"));
  CHECK(has(now, "href=\"../lagar/sfs-2025-400/index.html\">SFS 2025:400</a>"));
  law = {"sfs-2001-453/14:3", "sfs-2025-400/1:2"};  // the row knows the new clause
  const auto told = page_of(handbook);
  CHECK(has(told, ">SFS 2025:400, 1\u00a0kap.\u00a02\u00a0§</a>"));
  CHECK_FALSE(has(told, ">SFS 2025:400</a>"));
  CHECK_FALSE(has(page_of(handbook, "2025-06-01"), "SFS 2025:400"));
}

TEST_CASE("only rights to decide that exist on the day are told", "[render][reporting]") {
  auto handbook = reporting_handbook();
  DecisionAuthority before;
  before.id = "BR-01";
  before.title = "Anmäla";
  before.decider = "KSA";
  before.valid_to = test::day("2026-01-01");
  auto after = before;
  after.id = "BR-02";
  after.decider = "DIR";
  after.valid_from = before.valid_to;
  after.valid_to.reset();
  handbook.decisions = {before, after};
  handbook.reporting_duties[0].decisions = {"BR-01", "BR-02"};
  const auto page = page_of(handbook);
  CHECK(has(page, "Anmäla: <a href=\"../roller/DIR/index.html\">Direktör</a>"));
  CHECK_FALSE(has(page, "Anmäla: <a href=\"../roller/KSA/index.html\">"));
}

TEST_CASE("rows of other days are left out, and several are listed first", "[render][reporting]") {
  auto handbook = reporting_handbook();
  handbook.reporting_duties.push_back(duty("TILL-02", "Något gick fel"));
  handbook.reporting_duties.push_back(duty("TILL-03", "Något nytt"));
  handbook.reporting_duties.back().valid_from = test::day("2026-11-22");
  const auto page = page_of(handbook);
  CHECK(stand_in_order(page, {"href=\"#TILL-01\"", "href=\"#TILL-02\"", "id=\"TILL-01\"",
                              "Alla som arbetar här.", "id=\"TILL-02\""}));
  CHECK_FALSE(has(page, "Något nytt"));
}

}  // namespace
}  // namespace handbok
