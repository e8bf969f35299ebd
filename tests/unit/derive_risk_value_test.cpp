#include <catch2/catch.hpp>

#include "derive/risk_value.hpp"

namespace handbok {
namespace {

Date day(std::string_view text) {
  return *Date::parse(text);
}

/// Four steps each way, as in the demo.
RiskScale four_by_four() {
  RiskScale scale;
  scale.id = "4x4";
  scale.probability = {"mycket liten", "liten", "stor", "mycket stor"};
  scale.consequence = {"mindre", "måttlig", "allvarlig", "katastrofal"};
  scale.bands = {{"låg", 3}, {"måttlig", 6}, {"hög", 9}, {"kritisk", 16}};
  scale.threshold = 8;
  scale.floor_consequence = 4;
  scale.floor_band = "hög";
  return scale;
}

Settings settings_with(std::vector<RiskScale> scales) {
  Settings settings;
  settings.risk_scales = std::move(scales);
  return settings;
}

Risk assessed(std::vector<RiskAssessment> assessments) {
  Risk risk;
  risk.id = "RSK-01";
  risk.assessments = std::move(assessments);
  return risk;
}

void check_band(int probability, int consequence, const std::string& expected) {
  const auto scale = four_by_four();
  const auto* const band = band_for(scale, probability, consequence);
  REQUIRE(band != nullptr);
  CHECK(band->name == expected);
}

void check_value(const Risk& risk, std::string_view on, int value, bool must_be_handled) {
  const auto settings = settings_with({four_by_four()});
  const auto result = risk_value_on(settings, risk, day(on));
  CHECK(result.value == value);
  CHECK(result.must_be_handled == must_be_handled);
}

}  // namespace

TEST_CASE("the bands of a scale include their highest value", "[derive][risk]") {
  check_band(1, 3, "låg");
  check_band(4, 1, "måttlig");
  check_band(3, 2, "måttlig");
  check_band(4, 2, "hög");
  check_band(3, 3, "hög");
  check_band(4, 3, "kritisk");
  check_band(9, 9, "kritisk");
}

TEST_CASE("a consequence at the floor lifts the band but never lowers it", "[derive][risk]") {
  check_band(1, 4, "hög");
  check_band(4, 4, "kritisk");
  auto scale = four_by_four();
  scale.floor_band = "okänt";
  CHECK(band_for(scale, 1, 4)->name == "måttlig");
  scale.bands.clear();
  CHECK(band_for(scale, 1, 4) == nullptr);
}

TEST_CASE("the value is that of the latest assessment known on the day", "[derive][risk]") {
  const auto risk = assessed({{day("2026-03-01"), 2, 3, "KSA"}, {day("2026-09-01"), 2, 4, "KSA"}});
  check_value(risk, "2026-02-28", 0, false);
  check_value(risk, "2026-03-01", 6, false);
  check_value(risk, "2026-08-31", 6, false);
  check_value(risk, "2026-09-01", 8, true);
  CHECK(assessment_on(risk, day("2026-02-28")) == nullptr);
}

TEST_CASE("a number that is missing or off the scale gives no value", "[derive][risk]") {
  check_value(assessed({{day("2026-03-01"), 0, 4, "KSA"}}), "2026-11-21", 0, false);
  check_value(assessed({{day("2026-03-01"), 5, 4, "KSA"}}), "2026-11-21", 0, false);
  check_value(assessed({{day("2026-03-01"), 4, -1, "KSA"}}), "2026-11-21", 0, false);
}

TEST_CASE("the floor lifts the band, not the demand to handle", "[derive][risk]") {
  const auto settings = settings_with({four_by_four()});
  const auto risk = assessed({{day("2026-03-01"), 1, 4, "KSA"}});
  const auto result = risk_value_on(settings, risk, day("2026-11-21"));
  CHECK(result.value == 4);
  CHECK(result.band->name == "hög");
  CHECK_FALSE(result.must_be_handled);
}

TEST_CASE("an exercise has its own scale or the common one", "[derive][risk]") {
  auto own = four_by_four();
  own.id = "vor";
  own.exercises = {"vor", "work_env"};
  const auto settings = settings_with({own, four_by_four()});
  CHECK(scale_for(settings, RiskExercise::vor)->id == "vor");
  CHECK(scale_for(settings, RiskExercise::work_env)->id == "vor");
  CHECK(scale_for(settings, RiskExercise::ongoing)->id == "4x4");
  CHECK(scale_for(settings_with({own}), RiskExercise::ongoing) == nullptr);
}

TEST_CASE("a risk is open from its first assessment until it is closed", "[derive][risk]") {
  auto risk = assessed({{day("2026-03-01"), 2, 3, "KSA"}});
  risk.closed_on = day("2026-10-01");
  CHECK_FALSE(is_open_on(risk, day("2026-02-28")));
  CHECK(is_open_on(risk, day("2026-03-01")));
  CHECK(is_open_on(risk, day("2026-09-30")));
  CHECK_FALSE(is_open_on(risk, day("2026-10-01")));
  CHECK(is_known_on(risk, day("2026-10-01")));
  CHECK(is_open_on(assessed({}), day("2020-01-01")));
}

}  // namespace handbok
