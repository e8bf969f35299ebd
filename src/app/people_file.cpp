#include "app/people_file.hpp"

#include <algorithm>

#include "derive/organisation.hpp"
#include "diag/code_names.hpp"
#include "load/table_reader.hpp"
#include "load/toml_file.hpp"
#include "text/address.hpp"

namespace handbok {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7F; });
}

std::string address_in(TableReader& table, std::string_view key) {
  auto address = table.required_text(key);
  const bool can_be_written_to = is_ascii(address) && is_web_address("mailto:" + address) &&
                                 address.find('?') == std::string::npos;
  if (!address.empty() && !can_be_written_to)
    table.scope().report(Code::toml_address_unusable, table.position_of(key), {"–"});
  return address;
}

Person read_person(TableReader& table, bool is_deputy) {
  Person person;
  person.is_deputy = is_deputy;
  person.line = table.position().line;
  person.role = table.required_text("role");
  person.units = table.texts("units");
  person.mail = {table.text("name"), address_in(table, "address")};
  if (is_deputy) {
    person.days.from = table.required_date("from").value_or(Date());
    if (const auto last = table.required_date("to")) person.days.to = last->plus_days(1);
    if (person.days.to && *person.days.to <= person.days.from)
      table.scope().report(Code::toml_invalid_value, table.position_of("to"), {"to", "–"}, {"–"});
  }
  table.finish();
  return person;
}

bool meets(const Person& person, const std::vector<UnitId>& units, const DayView& view) {
  if (person.units.empty() || units.empty()) return true;
  const auto lies_in = [&](const UnitId& inner, const UnitId& outer) {
    return is_within(view.handbook(), inner, outer, view.day());
  };
  return std::ranges::any_of(person.units, [&](const UnitId& own) {
    return std::ranges::any_of(
        units, [&](const UnitId& unit) { return lies_in(unit, own) || lies_in(own, unit); });
  });
}

}  // namespace

PeopleFile read_people(std::string_view text, std::vector<PeopleFault>& faults) {
  Diagnostics diagnostics;
  ReadScope scope("people", Consequence::build_stopped, diagnostics);
  PeopleFile file;
  if (const auto table = read_toml(text, 1, scope)) {
    TableReader reader(*table, scope);
    file.from = {reader.text("from_name"), address_in(reader, "from")};
    file.site = reader.text("site");
    if (!file.site.empty() && !file.site.ends_with('/')) file.site += '/';
    if (!file.site.empty() && !is_web_address(file.site))
      scope.report(Code::toml_address_unusable, reader.position_of("site"), {"–"});
    for (auto& person : reader.tables("person"))
      file.people.push_back(read_person(person, false));
    for (auto& deputy : reader.tables("deputy"))
      file.people.push_back(read_person(deputy, true));
    reader.finish();
  }
  for (const auto& fault : diagnostics.sorted())
    faults.push_back({fault.location.line, std::string(info_of(fault.code).name)});
  if (!faults.empty()) file.people.clear();
  return file;
}

std::vector<int> lines_of_nobody(const PeopleFile& file, const Handbook& handbook) {
  std::vector<int> lines;
  for (const auto& person : file.people) {
    const bool is_known = handbook.find_role(person.role) != nullptr &&
                          std::ranges::all_of(person.units, [&](const UnitId& unit) {
                            return handbook.find_unit(unit) != nullptr;
                          });
    if (!is_known) lines.push_back(person.line);
  }
  return lines;
}

std::vector<MailAddress> holders_of(const PeopleFile& file, const RoleId& role,
                                    const std::vector<UnitId>& units, const DayView& view) {
  std::vector<MailAddress> found;
  for (const bool deputies : {true, false}) {
    for (const auto& person : file.people) {
      const bool holds_it = person.is_deputy == deputies && person.role == role &&
                            person.days.contains(view.day()) && meets(person, units, view);
      const bool is_new =
          std::ranges::find(found, person.mail.address, &MailAddress::address) == found.end();
      if (holds_it && is_new) found.push_back(person.mail);
    }
    if (!found.empty()) break;
  }
  return found;
}

}  // namespace handbok
