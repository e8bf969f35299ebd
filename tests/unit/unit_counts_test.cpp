#include <catch2/catch.hpp>

#include "app/asof.hpp"
#include "support/demo.hpp"

namespace handbok {
namespace {

TEST_CASE("each unit of the demo follows as many documents as its specification says",
          "[demo][reach]") {
  const std::pair<const char*, std::size_t> counts[] = {
      {"sabo-lonn", 58}, {"sabo-stra", 58}, {"hemtj-norr", 42}, {"gb-vits", 58}, {"dv-hjul", 38},
      {"hsv-team", 52},  {"rehab", 51},     {"bist", 43},       {"lssh", 40},
  };
  for (const auto& [unit, count] : counts) {
    INFO(unit);
    const auto rows = ask_as_of(demo_sources(), *Date::parse("2026-11-21"), {unit, {}});
    REQUIRE(rows);
    CHECK(rows->size() == count);
  }
}

}  // namespace
}  // namespace handbok
