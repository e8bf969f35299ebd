#include <string>

#include <catch2/catch.hpp>

#include "text/identity_number.hpp"

namespace handbok {
namespace {

// The last four of these numbers begin with 980–999, which no person is given.
constexpr auto certain = IdentityNumber::certain;
constexpr auto possible = IdentityNumber::possible;
constexpr auto none = IdentityNumber::none;

void check_text(const std::string& text, IdentityNumber expected) {
  INFO(text);
  CHECK(find_identity_number(text) == expected);
  CHECK(find_identity_number("Ring " + text + " i dag.") == expected);
  CHECK(find_identity_number("(" + text + ")") == expected);
}

TEST_CASE("an identity number is found however it is written", "[text][privacy]") {
  for (const auto* const text :
       {"811228-9874",       "811228+9874",       "198112289874",       "19811228-9874",
        "19811228 9874",     "1981-12-28-9874",   "81 12 28-9874",      "81.12.28-9874",
        "81/12/28 - 9874",   "811228 - 9874",     "1981 12 28-9874",    "811228–9874",
        "811228‐9874",       "811228−9874",       "811228\u00A0- 9874", "811228\u200B-9874",
        "8112\u00AD28-9874", "811228&#45;9874",   "811228&#x2d;9874",   "８１１２２８-９８７４",
        "811228-\n9874",     "811288-9871",       "81 12 28 - 98 74",   "1981.12.28-98.74",
        "1/811228-9874/2",   "2026/19811228-9874"}) {
    check_text(text, certain);
  }
}

TEST_CASE("a number that may be another thing is possible", "[text][privacy]") {
  check_text("8112289874", possible);
  check_text("811228 9874", possible);
  check_text("1981-12-28 9874", possible);
  check_text("81 12 28 98 74", possible);
  check_text("811228-T874", possible);
}

TEST_CASE("the check digit and the date must be right", "[text][privacy]") {
  check_text("811228-9875", none);
  check_text("811328-9873", none);
  check_text("810230-9876", none);
  check_text("17811228-9874", none);
}

TEST_CASE("other numbers are left alone", "[text][privacy]") {
  for (const auto* const text :
       {"212000-1355", "556016-0680", "070-123 45 67", "08-123 456 78", "2026-05-01 – 2026-06-01",
        "2026/001234", "SFS 2017:30", "1811228-9874", "811228-98745", "2026-811228-9874-1", "",
        "12", "811228-98 74", "999999999999999999999999"}) {
    check_text(text, none);
  }
}

TEST_CASE("bytes that are no text do no harm", "[text][privacy]") {
  CHECK(find_identity_number("\xFF\xFE 811228-9874 \xC3") == certain);
  CHECK(find_identity_number("&#;&#x;&#99999999;") == none);
}

}  // namespace
}  // namespace handbok
