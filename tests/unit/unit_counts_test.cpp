#include <catch2/catch.hpp>

#include "app/read_handbook.hpp"
#include "questions/asof.hpp"
#include "support/demo.hpp"

namespace handbok {
namespace {

TEST_CASE("each unit of the demo follows as many documents as its specification says",
          "[demo][reach]") {
  const std::pair<const char*, std::size_t> counts[] = {
      {"sabo-lonn", 58}, {"sabo-stra", 58}, {"hemtj-norr", 42}, {"gb-vits", 58}, {"dv-hjul", 38},
      {"hsv-team", 52},  {"rehab", 51},     {"bist", 43},       {"lssh", 40},
  };
  const auto handbook = read_for_question(demo_sources());
  const DayView view(handbook, *Date::parse("2026-11-21"));
  for (const auto& [unit, count] : counts) {
    INFO(unit);
    CHECK(as_of_rows(view, handbook.find_unit(unit)).size() == count);
  }
}

}  // namespace
}  // namespace handbok
