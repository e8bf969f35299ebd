#include <catch2/catch.hpp>

#include "derive/phones.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

UnitPhone phone(const std::string& number, PhoneHours when) {
  UnitPhone result;
  result.role = "EC";
  result.phone = number;
  result.when = when;
  return result;
}

OrgUnit unit(const std::string& id, const std::string& parent, std::vector<UnitPhone> phones) {
  OrgUnit result;
  result.id = id;
  result.parent = parent;
  result.phones = std::move(phones);
  return result;
}

std::string numbers(const Handbook& handbook, const std::string& id) {
  std::string text;
  for (const auto& [phone, at] :
       phones_of(handbook, *handbook.find_unit(id), "EC", test::day("2026-11-21")))
    text += (text.empty() ? "" : " ") + phone->phone;
  return text;
}

TEST_CASE("the unit above answers when the unit does not", "[derive][phones]") {
  Handbook handbook;
  handbook.units = {
      unit("avd", "namnd",
           {phone("800", PhoneHours::out_of_hours), phone("801", PhoneHours::daytime)}),
      unit("lonn", "avd", {phone("700", PhoneHours::daytime)}),
      unit("namnd", "", {phone("900", PhoneHours::always)}),
      unit("strand", "avd", {}),
  };
  CHECK(numbers(handbook, "lonn") == "700 800");
  CHECK(numbers(handbook, "strand") == "800 801");
  CHECK(numbers(handbook, "namnd") == "900");
}

TEST_CASE("a number that could not be read is none, and a circle ends", "[derive][phones]") {
  Handbook handbook;
  handbook.units = {unit("a", "b", {phone("", PhoneHours::always)}),
                    unit("b", "a", {phone("100", PhoneHours::daytime)})};
  CHECK(numbers(handbook, "a") == "100");
}

TEST_CASE("what is common lies above all that branches", "[derive][phones]") {
  Handbook handbook;
  handbook.settings.principal = "namnd";
  handbook.units = {unit("a", "forv", {}), unit("b", "forv", {}), unit("forv", "namnd", {}),
                    unit("namnd", "", {})};
  CHECK(common_unit(handbook, test::day("2026-11-21"))->id == "forv");
  handbook.settings.principal = "nobody";
  CHECK(common_unit(handbook, test::day("2026-11-21")) == nullptr);
}

}  // namespace
}  // namespace handbok
