#include <catch2/catch.hpp>

#include "diag/slot_words.hpp"

namespace handbok {
namespace {

using Values = std::vector<std::string>;

TEST_CASE("days are counted as people count them", "[diag]") {
  const Values slots = {days_slot(0), days_slot(1), days_slot(193)};
  CHECK(slot_values_in(slots, Language::swedish) == Values{"0 dagar", "1 dag", "193 dagar"});
  CHECK(slot_values_in(slots, Language::english) == Values{"0 days", "1 day", "193 days"});
}

TEST_CASE("what may be written is told with what it means", "[diag]") {
  const Values slots = {values_slot("kind", {"own", "contractor"}),
                        values_slot("weekend", {"none", "later"}),
                        values_slot("kind", {"standard", "nobody-knows"})};
  CHECK(slot_values_in(slots, Language::swedish) == Values{"own (egen), contractor (entreprenör)",
                                                           "none, later (senare)",
                                                           "standard, nobody-knows"});
  CHECK(slot_values_in(slots, Language::english) ==
        Values{"own, contractor", "none, later", "standard, nobody-knows"});
}

TEST_CASE("a slot that is no word of the table stays as it is", "[diag]") {
  CHECK(slot_values_in({"@state.expired", "RUT-001", "5"}, Language::swedish) ==
        Values{"har gått ut", "RUT-001", "5"});
}

}  // namespace
}  // namespace handbok
