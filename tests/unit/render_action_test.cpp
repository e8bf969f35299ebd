// A document's page begins with what to do (decision 0047).
#include <catch2/catch.hpp>

#include "support/sample_handbook.hpp"
#include "support/text_parts.hpp"
#include "unit/markdown_sample.hpp"

namespace handbok {
namespace {

const auto routine =
    "Först.\n\n## Syfte\n\nVarför.\n\n## Gör så här\n\n1. Ring.\n\n"
    "## Uppföljning\n\n> [!AKUT]\n> Fara: ring 112.\n\nSedan se EGK-01.\n";

UnitPhone phone(const std::string& role, const std::string& number, PhoneHours when) {
  UnitPhone result;
  result.role = role;
  result.phone = number;
  result.when = when;
  return result;
}

/// The page of RUT-001, whose text is `text`; its type calls the method "Gör så här".
std::string page_of(const std::string& text, const std::string& method = "Gör så här",
                    const std::string& path = "dokument/RUT-001/index.html") {
  auto handbook = test::sample_handbook();
  for (auto& type : handbook.types)
    type.method_section = method;
  handbook.settings.emergency_phone = "112";
  for (auto& document : handbook.documents) {
    for (auto& revision : document.revisions) {
      if (document.id == "RUT-001") revision.body = parse(text).body;
    }
  }
  for (auto& unit : handbook.units)
    unit.phones = {
        phone("KSA", unit.id == "namnd" ? "0980-319 200" : "0980-319 201", PhoneHours::daytime)};
  auto& revision = handbook.documents[1].revisions[1];
  revision.unit = "namnd";
  Responsibility task;
  task.task = "Svara";
  task.roles = {"KSA"};
  revision.responsible = {task};
  return test::render(handbook, test::day("2026-11-21")).at(path);
}

TEST_CASE("what is urgent and what to do stand before why", "[render][action]") {
  const auto page = page_of(routine);
  INFO(page);
  CHECK(stand_in_order(page, {"<h1>", "status-line", "box-urgent", "class=\"ring\"", "Först.",
                              "Gör så här</h2>", "Ring.", ">Syfte</h2>", "Uppföljning</h2>"}));
}

TEST_CASE("a title that the text begins with hides no section below it", "[render][action]") {
  const auto page = page_of("# Rutinen\n\n" + std::string(routine));
  INFO(page);
  CHECK(stand_in_order(page, {"<h1>", "class=\"ring\"", "Rutinen</h2>", "Gör så här</h3>", "Ring.",
                              ">Syfte</h3>", "Uppföljning</h3>"}));
  CHECK(has(page, "href=\"#gor-sa-har\""));
}

TEST_CASE("what stood after the method is folded on a phone, and nothing else",
          "[render][action]") {
  const auto page = page_of(routine);
  CHECK(has(page, "data-opens-from=\"43.8rem\">\n<summary><h2 id=\"uppfoljning\">"));
  CHECK_FALSE(has(page, "<summary><h2 id=\"syfte\">"));
  CHECK_FALSE(has(page, "<summary><h2 id=\"gor-sa-har\">"));
}

TEST_CASE("a type without a method keeps the order of its text", "[render][action]") {
  const auto page = page_of(routine, "");
  CHECK(stand_in_order(page, {"box-urgent", "Först.", ">Syfte</h2>", "Gör så här</h2>"}));
  CHECK_FALSE(has(page, "class=\"fold\""));
}

TEST_CASE("a checklist is done from its beginning", "[render][action]") {
  const auto page = page_of("## Innan\n\nLugn.\n\n## Steg\n\n- [ ] Ett\n", "");
  CHECK(stand_in_order(page, {"text action", "Lugn.", "Ett"}));
}

TEST_CASE("a heading with a link is not folded", "[render][action]") {
  const auto page = page_of("## Gör så här\n\n1. a\n\n## Se [[RUT-002]]\n\nb\n");
  CHECK_FALSE(has(page, "class=\"fold\""));
}

TEST_CASE("a heading of a quotation does not cut the text", "[render][action]") {
  const auto page = page_of("## Gör så här\n\n1. a\n\n> ## Inuti\n\n## Sist\n\nb\n");
  CHECK(stand_in_order(page, {"<blockquote>", "Inuti</h2>", "</blockquote>", "Sist</h2>"}));
}

TEST_CASE("numbers are links, with those of single units beside the common ones",
          "[render][action][ring]") {
  const auto page = page_of(routine);
  CHECK(stand_in_order(page, {"dagtid</span></span> <a class=\"tel\" href=\"tel:0980319200\">"}));
  CHECK(stand_in_order(page, {"ring-units", "data-unit=\"enhet\"", "tel:0980319201"}));
  CHECK(has(page, "<a href=\"tel:112\">112</a>"));
}

TEST_CASE("an archived page tells no numbers", "[render][action][ring]") {
  CHECK_FALSE(has(page_of(routine, "Gör så här", "dokument/RUT-001/1.html"), "class=\"ring\""));
}

TEST_CASE("a unit's page says whom to ring from there", "[render][ring]") {
  const auto page = page_of(routine, "", "enheter/enhet/index.html");
  CHECK(has(page, "tel:0980319201"));
  CHECK_FALSE(has(page, "tel:0980319200"));  // the unit's own number answers at the same hours
}

}  // namespace
}  // namespace handbok
