#include <algorithm>

#include <catch2/catch.hpp>

#include "derive/applied.hpp"
#include "derive/reach.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

const auto is_applied = [](const AppliedStretch& stretch) { return !stretch.missing; };

/// "RUT-001@2 2026-06-01–" for each stretch of the document.
std::string told(const std::vector<AppliedStretch>& stretches, const std::string& document) {
  std::string text;
  for (const auto& stretch : stretches) {
    if (stretch.text->document != document) continue;
    if (!text.empty()) text += ", ";
    text += stretch.missing ? "not known " + stretch.missing->numbers()
                            : std::to_string(stretch.text->number);
    text += " " + (stretch.from ? stretch.from->to_string() : std::string("…")) + "–" +
            (stretch.until ? stretch.until->to_string() : std::string());
  }
  return text;
}

std::string told_in(const Handbook& handbook, const std::string& unit,
                    const std::string& document) {
  const DayView view(handbook, test::day("2026-11-21"));
  return told(AppliedHistory(view).in(*handbook.find_unit(unit)), document);
}

TEST_CASE("what applied in a unit is told as stretches up to the day", "[derive][applied]") {
  const auto handbook = test::sample_handbook();
  CHECK(told_in(handbook, "enhet", "RUT-001") == "1 2025-01-01–2026-06-01, 2 2026-06-01–");
  CHECK(told_in(handbook, "enhet", "RUT-004").empty());  // not yet
  CHECK(told_in(handbook, "enhet", "RUT-005").empty());  // never adopted
}

TEST_CASE("what the handbook never held is a stretch of its own", "[derive][applied]") {
  auto handbook = test::sample_handbook();
  for (auto& document : handbook.documents) {
    if (document.id != "RUT-003") continue;
    document.revisions = {test::adopted_revision("RUT-003", 3, "2026-01-01")};
    EarlierRevision second{.number = 2, .valid_from = test::day("2024-01-01")};
    document.earlier = {second};
  }
  CHECK(told_in(handbook, "enhet", "RUT-003") ==
        "not known 1 …–2024-01-01, not known 2 2024-01-01–2026-01-01, 3 2026-01-01–");
  handbook.settings.history_from = test::day("2025-01-01");
  CHECK(told_in(handbook, "enhet", "RUT-003") ==
        "not known 1 …–2024-01-01, not known 2 2024-01-01–2026-01-01, 3 2026-01-01–");
}

TEST_CASE("a stretch ends where the unit moves away or closes", "[derive][applied]") {
  auto handbook = test::sample_handbook();
  auto& unit = *std::ranges::find(handbook.units, "enhet", &OrgUnit::id);
  unit.valid_from = test::day("2025-03-01");
  unit.valid_to = test::day("2026-08-01");
  CHECK(told_in(handbook, "enhet", "RUT-001") ==
        "1 2025-03-01–2026-06-01, 2 2026-06-01–2026-08-01");
}

TEST_CASE("stretches say what the handbook of each day says", "[derive][applied]") {
  auto handbook = test::sample_handbook();
  handbook.units.front().valid_from = test::day("2025-02-01");
  const DayView today(handbook, test::day("2026-11-21"));
  const AppliedHistory history(today);
  for (auto day = test::day("2024-12-30"); day <= today.day(); day = day.plus_days(13)) {
    const DayView then(handbook, day);
    for (const auto& unit : handbook.units) {
      std::vector<const Revision*> texts;
      for (const auto& stretch : history.in(unit)) {
        if (is_applied(stretch) && stretch.contains(day)) texts.push_back(stretch.text);
      }
      auto effective = effective_handbook(then, unit);
      std::ranges::sort(texts);
      std::ranges::sort(effective);
      INFO(day.to_string() << " " << unit.id);
      CHECK(texts == effective);
    }
  }
}

TEST_CASE("a text that a local one replaced is left out for as long", "[derive][applied]") {
  auto handbook = test::sample_handbook();
  for (auto& document : handbook.documents) {
    for (auto& revision : document.revisions)
      if (document.id == "RUT-001") revision.local_override = LocalOverride::allowed;
  }
  auto local = test::adopted_revision("RUT-010", 1, "2025-03-01");
  local.approval->valid_to = test::day("2026-09-01");
  local.unit = "enhet";
  local.relations = {{.kind = RelationKind::replaces_locally, .document = "RUT-001"}};
  Document document;
  document.id = local.document;
  document.revisions = {local};
  handbook.documents.push_back(document);
  CHECK(told_in(handbook, "enhet", "RUT-001") == "1 2025-01-01–2025-03-01, 2 2026-09-01–");
  CHECK(told_in(handbook, "enhet", "RUT-010") == "1 2025-03-01–2026-09-01");
  CHECK(told_in(handbook, "namnd", "RUT-001") == "1 2025-01-01–2026-06-01, 2 2026-06-01–");
  auto& relation = handbook.documents.back().revisions.front().relations.front();
  relation.heading = "gor-sa-har";  // a part of it: the rest applies
  CHECK(told_in(handbook, "enhet", "RUT-001") == "1 2025-01-01–2026-06-01, 2 2026-06-01–");
}

}  // namespace
}  // namespace handbok
