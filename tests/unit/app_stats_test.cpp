#include <algorithm>

#include <catch2/catch.hpp>

#include "base/strings.hpp"
#include "diag/value_words.hpp"
#include "questions/column_words.hpp"
#include "questions/register_tables.hpp"
#include "questions/stats.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

using Lines = std::vector<std::string>;

/// "RUT-001, RUT-002|Title|2" for each row of the group.
Lines group_of(const Handbook& handbook, const char* day, const char* group) {
  const DayView view(handbook, test::day(day));
  Lines lines;
  for (const auto& row : stats_of(view, Backlinks(view)).rows) {
    if (cell_text(row[0]) != group) continue;
    lines.push_back(cell_text(row[1]) + "|" + cell_text(row[2]) + "|" + cell_text(row[3]));
  }
  return lines;
}

TEST_CASE("documents are counted by state on the day", "[stats]") {
  const auto handbook = test::sample_handbook();
  const auto states = group_of(handbook, "2026-11-21", "state");
  CHECK(states == Lines{"draft||1", "expired||1", "in_force||2", "in_review||1", "repealed||1",
                        "upcoming||1"});
  CHECK(group_of(handbook, "2026-11-21", "owner") == Lines{"KSA|Kvalitetssamordnare|2"});
}

TEST_CASE("the load of reviews is told by owner and month, and what is late", "[stats]") {
  auto handbook = test::sample_handbook();
  for (auto& document : handbook.documents) {
    if (document.id == "RUT-001")
      document.revisions[1].approval->next_review = test::day("2026-12-01");
  }
  CHECK(group_of(handbook, "2026-11-21", "review_load") == Lines{"KSA|2026-12|1"});
  CHECK(group_of(handbook, "2026-12-01", "review_load") == Lines{"KSA|2026-12|1"});
  CHECK(group_of(handbook, "2026-12-02", "review_load") == Lines{"KSA|late|1"});
}

TEST_CASE("titles of nearly the same words are told, unless one adds to the other", "[stats]") {
  auto handbook = test::sample_handbook();
  const auto set_title = [&](const char* id, const std::string& title) {
    for (auto& document : handbook.documents) {
      for (auto& revision : document.revisions) {
        if (document.id == id) revision.title = title;
      }
    }
  };
  for (auto& document : handbook.documents) {
    for (auto& revision : document.revisions)
      revision.title = document.id;
  }
  CHECK(group_of(handbook, "2026-11-21", "similar_title").empty());
  set_title("RUT-001", "Ta emot synpunkter och klagomål");
  set_title("RUT-004", "Ta emot klagomål och synpunkter!");
  CHECK(group_of(handbook, "2026-11-21", "similar_title") ==
        Lines{"RUT-001, RUT-004|Ta emot synpunkter och klagomål|2"});
  set_title("RUT-002", "Ta emot klagomål och synpunkter");  // repealed: no longer in anybody's way
  CHECK(group_of(handbook, "2026-11-21", "similar_title").size() == 1);
  for (auto& document : handbook.documents) {
    for (auto& revision : document.revisions) {
      if (document.id == "RUT-004")
        revision.relations = {{RelationKind::complements, "RUT-001", {}, {}, {}}};
    }
  }
  CHECK(group_of(handbook, "2026-11-21", "similar_title").empty());
}

TEST_CASE("a register is exported as it stood on the day", "[export]") {
  auto handbook = test::sample_handbook();
  Action action;
  action.id = "ATG-01";
  action.title = "Laga";
  action.decided_on = test::day("2026-11-01");
  action.status = ActionStatus::done;
  action.done_on = test::day("2026-11-21");
  action.effect = ActionEffect::effective;
  handbook.actions = {action};
  const auto json_on = [&](const char* day, const char* name) {
    return write_json_lines(*register_table(DayView(handbook, test::day(day)), name));
  };
  CHECK(json_on("2026-10-31", "actions").empty());
  CHECK(json_on("2026-11-20", "actions").find("\"status\":\"ongoing\"") != std::string::npos);
  CHECK(json_on("2026-11-20", "actions").find("\"effect\":null") != std::string::npos);
  CHECK(json_on("2026-11-21", "actions").find("\"done_on\":\"2026-11-21\"") != std::string::npos);
  const auto documents = json_on("2026-11-21", "documents");
  CHECK(documents.find("RUT-004") != std::string::npos);  // upcoming
  CHECK(documents.find("RUT-005") == std::string::npos);  // in review
  CHECK(documents.find("RUT-006") == std::string::npos);  // a draft
  CHECK_FALSE(register_table(DayView(handbook, test::day("2026-11-21")), "pärmar").has_value());
}

TEST_CASE("every register has a table with as many cells as columns", "[export]") {
  const auto handbook = test::sample_handbook();
  const DayView view(handbook, test::day("2026-11-21"));
  for (const auto& name : register_names(handbook)) {
    const auto table = register_table(view, name);
    REQUIRE(table.has_value());
    for (const auto& row : table->rows)
      CHECK(row.size() == table->columns.size());
  }
}

TEST_CASE("no two columns of a register are called the same", "[export]") {
  const auto handbook = test::sample_handbook();
  const DayView view(handbook, test::day("2026-11-21"));
  for (const auto& name : register_names(handbook)) {
    for (const auto language : {Language::swedish, Language::english}) {
      auto headings = column_headings(register_table(view, name)->columns, language);
      INFO(name << ": " << join(headings, ", "));
      std::ranges::sort(headings);
      CHECK(std::ranges::adjacent_find(headings) == headings.end());
    }
  }
}

TEST_CASE("a list of codes is a list of words", "[export]") {
  const ValueTable table{{"partner_kinds"},
                         {{Json(Json::Array{"authority", "own_unit", "kyrkan"})}}};
  CHECK(cell_text(table_in_words(table, Language::swedish).rows[0][0]) ==
        "myndighet, egen enhet, kyrkan");
}

}  // namespace
}  // namespace handbok
