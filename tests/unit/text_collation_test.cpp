#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "text/collation.hpp"

namespace handbok {
namespace {

void check_pair(const std::string& a, const std::string& b, int expected) {
  INFO(a << " and " << b);
  const int order = compare_swedish(a, b);
  CHECK((order > 0) - (order < 0) == expected);
}

/// Every pair of `sorted` compares as its places say.
void check_order(const std::vector<std::string>& sorted) {
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    check_pair(sorted[i], sorted[i], 0);
    for (std::size_t j = i + 1; j < sorted.size(); ++j) {
      check_pair(sorted[i], sorted[j], -1);
      check_pair(sorted[j], sorted[i], 1);
    }
  }
}

TEST_CASE("å, ä and ö follow z, and v and w are separate letters", "[text][collation]") {
  check_order({"anka", "vakt", "wok", "yta", "zon", "åtgärd", "ängel", "öga", "ørsted"});
}

TEST_CASE("numbers in a text are compared by value", "[text][collation]") {
  check_order({"RUT-9", "RUT-10", "RUT-10a", "RUT-100", "RUT-A"});
  check_order({"5 kap. 3 §", "5 kap. 10 §", "12 kap. 1 §", "kap. 1"});
}

TEST_CASE("leading zeros and long numbers keep the order total", "[text][collation]") {
  check_order({"a01", "a1", "a002", "a2", "a99999999999999999998", "a99999999999999999999"});
}

TEST_CASE("accents and case decide only between otherwise equal texts", "[text][collation]") {
  check_order({"ide", "idé", "idea", "Idef", "idén"});
  check_order({"avvikelse", "avvikelsE", "Avvikelse", "avvikelser"});
}

TEST_CASE("a shorter text, a blank and a mark come first", "[text][collation]") {
  check_order({"{b", "§ 5", "– b", "7", "a", "å", "ж"});
  check_order({"", "hot", "hot och våld", "hot-spot", "hotell"});
}

TEST_CASE("u with diaeresis sorts as y and ae as ä", "[text][collation]") {
  check_order({"mur", "myller", "müllers", "mylls", "nära", "næs", "nät"});
}

TEST_CASE("invalid bytes sort last and do not end the comparison", "[text][collation]") {
  check_order({"ab", "aö", "a\xFE", "a\xFF", "a\xFFz"});
}

TEST_CASE("Swedish order sorts a list", "[text][collation]") {
  std::vector<std::string> units{"Östergården", "Lönnbacken", "Åsen", "linden", "Ängen"};
  std::sort(units.begin(), units.end(), SwedishLess{});
  CHECK(units == std::vector<std::string>{"linden", "Lönnbacken", "Åsen", "Ängen", "Östergården"});
}

}  // namespace
}  // namespace handbok
