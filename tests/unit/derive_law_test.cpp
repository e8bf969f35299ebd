#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/strings.hpp"
#include "derive/known_law.hpp"
#include "edit/accept_law.hpp"
#include "edit/toml_text.hpp"
#include "load/read_law_pack.hpp"
#include "support/fixture.hpp"
#include "support/golden.hpp"
#include "support/sample_handbook.hpp"
#include "text/cited_source.hpp"

namespace handbok::test {
namespace {

LawPack pack_of(const std::string& rows) {
  FileTree tables;
  tables.put("care.tsv",
             "# day 2025-09-30\n"
             "number\ttitle\tin_force_from\trepealed_on\treplaced_by\tmoved\tsections\n" +
                 rows);
  return read_law_pack(tables);
}

Handbook handbook_with(std::vector<LegalSource> sources) {
  Handbook handbook;
  handbook.sources = std::move(sources);
  return handbook;
}

LegalSource source(const std::string& id, const std::string& number, const std::string& title) {
  LegalSource made;
  made.id = id;
  made.number = number;
  made.title = title;
  return made;
}

bool is_number(const std::string& text) {
  const auto blank = text.rfind(' ');
  const std::set<std::string> series{"SFS", "SOSFS", "HSLF-FS", "AFS"};
  return blank != std::string::npos && series.contains(text.substr(0, blank)) &&
         text.find(':', blank) != std::string::npos;
}

/// The ids of what is proposed, in their order.
std::vector<std::string> proposed(const Handbook& handbook, const LawPack& pack,
                                  const CitedNumbers& cited, const std::string& on) {
  std::vector<std::string> ids;
  for (const auto& proposal : law_proposals(handbook, pack, cited, day(on)))
    ids.push_back(proposal.id);
  return ids;
}

TEST_CASE("every row of the shipped pack can be understood", "[law]") {
  const auto& pack = project_law();
  REQUIRE(pack.statutes.size() > 2000);
  REQUIRE(pack.day);
  for (const auto& statute : pack.statutes) {
    INFO(statute.number);
    CHECK(is_number(statute.number));
    CHECK_FALSE(statute.title.empty());
    CHECK(pack.find(statute.number) == &statute);
    for (const auto& moved : statute.moved)
      CHECK(pack.find(moved.number) != nullptr);
  }
}

TEST_CASE("the rows kept by hand have whole days, numbers and grounds", "[law]") {
  std::set<std::string> numbers;
  std::vector<std::string> columns;
  const auto text = project_file("law/care.tsv");
  for (const auto line : split(text, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> cells;
    for (const auto cell : split(line, '\t'))
      cells.emplace_back(cell);
    if (columns.empty()) {
      columns = cells;
      continue;
    }
    INFO(line);
    REQUIRE(cells.size() == columns.size());
    CHECK(numbers.insert(cells.front()).second);
    const auto* const known = project_law().find(cells.front());
    REQUIRE(known != nullptr);
    CHECK_FALSE(known->note.empty());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const bool is_day = columns[i] == "in_force_from" || columns[i] == "repealed_on";
      if (is_day && !cells[i].empty()) CHECK(Date::parse(cells[i]));
    }
    for (const auto& number : known->replaced_by)
      CHECK(project_law().find(number) != nullptr);
  }
}

TEST_CASE("what the pack says of the law that every handbook of care cites", "[law]") {
  const auto& pack = project_law();
  const auto& act = *pack.find("SFS 2001:453");
  CHECK(act.replaced_by == std::vector<std::string>{"SFS 2025:400"});
  CHECK_FALSE(act.is_repealed_on(day("2025-06-30")));
  CHECK(act.is_repealed_on(day("2025-07-01")));
  CHECK(pack.find("SFS 2025:468")->kind == SourceKind::ordinance);
  CHECK(pack.find("SFS 1949:105")->kind == SourceKind::act);
  CHECK(pack.find("SOSFS 2015:10")->kind == SourceKind::regulation);
  CHECK(pack.find("HSLF-FS 2015:10") == nullptr);
  CHECK(pack.find("SFS 2014:821")->title == "Patientlag");
}

TEST_CASE("a section is missing only after the last that was read", "[law]") {
  const auto pack = pack_of(
      "SFS 2010:659\tPatientsäkerhetslag\t\t\t\t\t1:1-6;3:1-8,8 a,12;10:2-13,13 a\n"
      "SFS 1993:387\tLSS\t\t\t\t\t1-6,6 a,24 g\n"
      "SFS 2017:30\tHälso- och sjukvårdslag\n");
  const auto& chapters = *pack.find("SFS 2010:659");
  CHECK_FALSE(lacks_section(chapters, "3", "12"));
  CHECK_FALSE(lacks_section(chapters, "3", "8 e"));  // between others, so nobody knows
  CHECK_FALSE(lacks_section(chapters, "2", "99"));
  CHECK_FALSE(lacks_section(chapters, "", "99"));
  CHECK(lacks_section(chapters, "3", "13"));
  CHECK(lacks_section(chapters, "11", "1"));
  CHECK(lacks_section(chapters, "11", ""));
  const auto& sections = *pack.find("SFS 1993:387");
  CHECK_FALSE(lacks_section(sections, "", "24 b"));
  CHECK(lacks_section(sections, "", "25"));
  CHECK(lacks_section(sections, "3", "2"));
  CHECK_FALSE(lacks_section(*pack.find("SFS 2017:30"), "99", "1"));
}

TEST_CASE("an act is called by its title with its ending", "[law]") {
  CHECK(definite_name("Socialtjänstlag") == "socialtjänstlagen");
  CHECK(definite_name("Hälso- och sjukvårdslag") == "hälso- och sjukvårdslagen");
  CHECK(definite_name("Socialtjänstförordning") == "socialtjänstförordningen");
  CHECK(definite_name("Lag om egenvård").empty());
  CHECK(definite_name("Lag om europabolag").empty());
  CHECK(is_named_in("enligt patientlagen och", {"Patientlag", ""}));
  CHECK_FALSE(is_named_in("enligt bostadslagen", {"Patientlag", ""}));
  CHECK_FALSE(is_named_in("enligt lagen", {"Lag", ""}));  // too short to tell anything
}

TEST_CASE("a row is proposed for what is cited, what replaced, and what has ended", "[law]") {
  const auto pack = pack_of(
      "SFS 2001:453\tSocialtjänstlag\t2002-01-01\t2025-07-01\tSFS 2025:400\n"
      "SFS 2025:400\tSocialtjänstlag\t2025-07-01\t\t\tSFS 2001:453 14:3>27:2\n"
      "SFS 1980:100\tSekretesslag\t\t\tSFS 2009:400\n"
      "SFS 2014:821\tPatientlag\t2015-01-01\n");
  const auto handbook = handbook_with({source("sol", "SFS 2001:453", "Socialtjänstlag")});
  const CitedNumbers cited{
      {"SFS 1980:100", {"RUT-001"}}, {"SFS 2014:821", {"RUT-001"}}, {"SFS 2099:1", {"RUT-001"}}};
  CHECK(proposed(handbook, pack, cited, "2026-11-21") ==
        std::vector<std::string>{"sfs-2014-821", "sfs-2025-400", "sol"});
  // a row of another statute has the id: the new row gets one of its own
  const auto taken = handbook_with({source("sfs-2014-821", "SFS 2001:453", "Socialtjänstlag")});
  CHECK(proposed(taken, pack, cited, "2026-11-21") ==
        std::vector<std::string>{"sfs-2014-821", "sfs-2014-821-2", "sfs-2025-400"});
  // the day before, the act of 2001 applied; its end is known all the same
  CHECK(proposed(handbook, pack, cited, "2025-06-30") ==
        std::vector<std::string>{"sfs-2014-821", "sol"});
}

TEST_CASE("a row learns of its successor and moved clauses when the register has them", "[law]") {
  const auto pack = pack_of(
      "SFS 2001:453\tSocialtjänstlag\t\t2025-07-01\tSFS 2025:400\n"
      "SFS 2025:400\tSocialtjänstlag\t\t\t\tSFS 2001:453 14:3>27:2\n");
  auto old = source("old", "SFS 2001:453", "Socialtjänstlag");
  old.repealed_on = day("2025-07-01");
  const auto handbook = handbook_with({source("new", "SFS 2025:400", "Socialtjänstlag"), old});
  const auto proposals = law_proposals(handbook, pack, {}, day("2026-11-21"));
  REQUIRE(proposals.size() == 2);
  CHECK(law_toml(proposals[0], "{}") == "moved = [{ from = \"old/14:3\", to = \"27:2\" }]\n");
  CHECK(law_toml(proposals[1], "{}") == "replaced_by = [\"new\"]\n");
}

TEST_CASE("a wrong series is mended only where the title fits", "[law]") {
  const auto pack = pack_of("SOSFS 2015:10\tBasal hygien i vård och omsorg\n");
  const auto named = [](const std::string& number, const std::string& title) {
    return handbook_with({source("row", number, title)});
  };
  CHECK(proposed(named("HSLF-FS 2015:10", "Basal hygien i vård och omsorg"), pack, {},
                 "2026-11-21") == std::vector<std::string>{"row"});
  CHECK(proposed(named("HSLF-FS 2015:10", "Något annat"), pack, {}, "2026-11-21").empty());
  CHECK(proposed(named("HSLF-FS 2015:1", "Basal hygien i vård och omsorg"), pack, {}, "2026-11-21")
            .empty());
  // the row is meant by what is cited, and is not proposed a second time
  CHECK(proposed(named("HSLF-FS 2015:10", "Basal hygien i vård och omsorg"), pack,
                 {{"SOSFS 2015:10", {"RUT-001"}}},
                 "2026-11-21") == std::vector<std::string>{"row"});
  CHECK(numbers_not_known(named("ISO 9001:2015", "Ledningssystem"), pack) ==
        std::vector<std::string>{"ISO 9001:2015"});
}

TEST_CASE("a key of one row is set and everything else stands", "[law][edit]") {
  TomlText text("[[source]]\nid = \"a\"\nnumber = \"1\" # one\n\n[[source]]\nid = \"b\"\n");
  text.set_in_row("source", "a", "number", "\"2\"");
  text.set_in_row("source", "b", "title", "\"B\"");
  text.set_in_row("source", "c", "title", "\"C\"");
  text.set_in_row("clause", "a", "title", "\"D\"");
  CHECK(text.text() ==
        "[[source]]\nid = \"a\"\nnumber = \"2\" # one\n\n[[source]]\nid = \"b\"\ntitle = \"B\"\n");
}

}  // namespace
}  // namespace handbok::test
