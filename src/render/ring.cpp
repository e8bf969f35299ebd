// Telephone numbers of functions, as links that a phone dials.
#include "render/ring.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "derive/organisation.hpp"
#include "derive/reach.hpp"

namespace handbok {
namespace {

constexpr std::string_view daytime_hours = "1";  // hours_of a number that answers by day only

Word when_word(PhoneHours when) {
  switch (when) {
    case PhoneHours::always: return Word::ring_always;
    case PhoneHours::daytime: return Word::ring_daytime;
    case PhoneHours::out_of_hours: return Word::ring_out_of_hours;
  }
  return Word::ring_always;
}

std::string dialled(const std::string& number) {
  std::string digits;
  std::ranges::copy_if(number, std::back_inserter(digits),
                       [](char c) { return is_digit(c) || c == '+'; });
  return digits;
}

/// The number with hyphens and blanks at which no line breaks.
std::string on_one_line(const std::string& number) {
  return replaced(replaced(number, "-", "\u2011"), " ", "\u00a0");
}

RingRowView row_view(const UnitPhone& phone, const OrgUnit& unit, const LinkScope& scope) {
  const auto* const role = scope.site.handbook().find_role(phone.role);
  RingRowView row;
  row.name = phone.name;
  if (row.name.empty()) row.name = role == nullptr ? std::string(phone.role) : role->name;
  row.number = on_one_line(phone.phone);
  row.digits = dialled(phone.phone);
  row.when = scope.site.words()[when_word(phone.when)];
  row.unit = unit.id;
  row.unit_name = unit.name;
  row.role = phone.role;
  row.hours = std::to_string(hours_of(phone.when));
  return row;
}

std::optional<RingView> unless_empty(RingView view) {
  if (view.rows.empty() && view.unit_rows.empty()) return std::nullopt;
  return view;
}

void add_rows(std::vector<RingRowView>& rows, const OrgUnit& unit, const RoleId& role,
              const LinkScope& scope) {
  for (const auto& [phone, at] :
       phones_of(scope.site.handbook(), unit, role, scope.site.view().day()))
    rows.push_back(row_view(*phone, *at, scope));
}

}  // namespace

std::optional<RingView> ring_view(const std::vector<RoleId>& roles, const OrgUnit& home,
                                  const Revision* revision, const LinkScope& scope) {
  RingView view;
  const auto& units = scope.site.view().units();
  for (const auto& role : roles)
    add_rows(view.rows, home, role, scope);
  const auto by_day =
      std::stable_partition(view.rows.begin(), view.rows.end(),
                            [](const RingRowView& row) { return row.hours != daytime_hours; });
  if (by_day != view.rows.begin()) {
    std::move(by_day, view.rows.end(), std::back_inserter(view.unit_rows));
    view.rows.erase(by_day, view.rows.end());
  }
  for (const auto& unit : scope.site.handbook().units) {
    const bool is_below = unit.id != home.id && unit.kind == UnitKind::own &&
                          exists_on(unit, units.day()) && units.is_within(unit, home.id);
    if (!is_below || (revision != nullptr && !reaches(units, *revision, unit))) continue;
    for (const auto& phone : unit.phones) {
      const bool is_asked = std::ranges::find(roles, phone.role) != roles.end();
      if (is_asked && !phone.phone.empty()) view.unit_rows.push_back(row_view(phone, unit, scope));
    }
  }
  return unless_empty(std::move(view));
}

std::optional<RingView> ring_of_unit(const OrgUnit& unit, const LinkScope& scope) {
  RingView view;
  for (const auto& role : scope.site.handbook().roles)
    add_rows(view.rows, unit, role.id, scope);
  return unless_empty(std::move(view));
}

}  // namespace handbok
