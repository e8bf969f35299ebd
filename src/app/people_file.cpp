#include "app/people_file.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.hpp"
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

/// Where in those units (empty: everywhere) the person holds the role; of a unit and one that lies
/// in it the inner one. An empty name is everywhere.
std::vector<UnitId> parts_of(const Person& person, const std::vector<UnitId>& units,
                             const DayView& view) {
  if (person.units.empty() && units.empty()) return {UnitId()};
  if (person.units.empty() || units.empty()) return person.units.empty() ? units : person.units;
  std::vector<UnitId> parts;
  for (const auto& own : person.units) {
    for (const auto& unit : units) {
      const bool is_inner = is_within(view.handbook(), own, unit, view.day());
      if (is_inner || is_within(view.handbook(), unit, own, view.day()))
        parts.push_back(is_inner ? own : unit);
    }
  }
  return parts;
}

/// True if some of the deputies stand in for that part.
bool has_deputy(const std::vector<const Person*>& deputies, const UnitId& part,
                const DayView& view) {
  return std::ranges::any_of(deputies, [&](const Person* deputy) {
    return deputy->units.empty() || std::ranges::any_of(deputy->units, [&](const UnitId& own) {
             return is_within(view.handbook(), part, own, view.day());
           });
  });
}

/// Where the address holds the role, as one word: "@" everywhere, "@lonn,strand" there.
std::string part_of(const PeopleFile& file, const RoleId& role, const std::string& address,
                    Date day) {
  std::set<UnitId> units;
  for (const auto& person : file.people) {
    if (person.role != role || person.mail.address != address || !person.days.contains(day))
      continue;
    if (person.units.empty()) return "@";
    units.insert(person.units.begin(), person.units.end());
  }
  return "@" + join({units.begin(), units.end()}, ",");
}

/// Who is told of what is in the unit ("": what is common), by part; if nobody is: "" with nobody.
std::map<std::string, std::vector<MailAddress>> people_at(const PeopleFile& file,
                                                          const RoleId& role, const UnitId& unit,
                                                          const DayView& view) {
  std::map<std::string, std::vector<MailAddress>> people;
  const auto units = unit.empty() ? std::vector<UnitId>() : std::vector{unit};
  for (auto& one : holders_of(file, role, units, view))
    people[part_of(file, role, one.address, view.day())].push_back(std::move(one));
  if (people.empty()) people.emplace();
  return people;
}

/// Adds the day, or another unit of it. The last day names the letter: what is late elsewhere later
/// is no reason to write again.
void add_day(LetterEvent& event, const DueDay& day, const UnitId& unit, const LetterEvent& whole) {
  if (event.days.empty() || event.days.back().occurrence != day.occurrence) {
    event.days.push_back(day);
    event.days.back().units.clear();
    if (event.kind != LetterKind::digest)
      event.id = replaced(whole.id, whole.days.back().on.to_string(), day.on.to_string());
  }
  if (!unit.empty()) event.days.back().units.push_back(unit);
}

}  // namespace

PeopleFile read_people(std::string_view text, std::vector<PeopleFault>& faults) {
  Diagnostics diagnostics;
  ReadScope scope("people", Consequence::build_stopped, diagnostics);
  PeopleFile file;
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // as editors of Windows write
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
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
  const auto parts_in = [&](const Person& person) {
    const bool holds_it = person.role == role && person.days.contains(view.day());
    return holds_it ? parts_of(person, units, view) : std::vector<UnitId>();
  };
  std::vector<const Person*> deputies;
  for (const auto& person : file.people)
    if (person.is_deputy && !parts_in(person).empty()) deputies.push_back(&person);
  auto found = deputies;
  const auto has_none = [&](const UnitId& part) { return !has_deputy(deputies, part, view); };
  for (const auto& person : file.people)
    if (!person.is_deputy && std::ranges::any_of(parts_in(person), has_none))
      found.push_back(&person);
  std::vector<MailAddress> addresses;
  for (const auto* const person : found) {
    const auto& address = person->mail.address;
    if (std::ranges::find(addresses, address, &MailAddress::address) == addresses.end())
      addresses.push_back(person->mail);
  }
  return addresses;
}

std::vector<LetterShare> shares_of(const PeopleFile& file, const LetterEvent& event,
                                   const DayView& view) {
  const bool is_of_units = event.kind == LetterKind::digest ||
                           (!event.days.empty() && event.days.front().revision == nullptr);
  if (!is_of_units) return {{event, {}, holders_of(file, event.to, event.units, view)}};
  auto bare = event;
  bare.days.clear();
  bare.news.clear();
  std::map<std::string, LetterShare> shares;
  for (const auto& day : event.days) {
    for (const auto& unit : day.units.empty() ? std::vector{UnitId()} : day.units) {
      for (const auto& [part, people] : people_at(file, event.to, unit, view)) {
        const auto place = shares.try_emplace(part, LetterShare{bare, part, people}).first;
        add_day(place->second.event, day, unit, event);
      }
    }
  }
  for (const auto* const revision : event.news) {
    for (const auto& [part, people] : people_at(file, event.to, revision->unit, view))
      if (const auto share = shares.find(part); share != shares.end())
        share->second.event.news.push_back(revision);
  }
  std::vector<LetterShare> all;
  for (auto& [part, share] : shares)
    all.push_back(std::move(share));
  return all;
}

}  // namespace handbok
