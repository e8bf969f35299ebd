#include "edit/names.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok {

const Role* role_called(const Handbook& handbook, std::string_view name) {
  if (const auto* const role = handbook.find_role(name)) return role;
  const auto wanted = to_lower(trim(name));
  const auto is_wanted = [&](std::string_view text) { return to_lower(text) == wanted; };
  const auto found = std::ranges::find_if(handbook.roles, [&](const Role& role) {
    return is_wanted(role.id) || is_wanted(role.name) ||
           std::ranges::any_of(role.aliases, is_wanted);
  });
  return found == handbook.roles.end() ? nullptr : &*found;
}

const OrgUnit* unit_called(const Handbook& handbook, std::string_view name) {
  if (const auto* const unit = handbook.find_unit(name)) return unit;
  const auto wanted = to_lower(trim(name));
  const auto found = std::ranges::find_if(handbook.units, [&](const OrgUnit& unit) {
    return to_lower(unit.id) == wanted || to_lower(unit.name) == wanted;
  });
  return found == handbook.units.end() ? nullptr : &*found;
}

EditRequest with_codes(const Handbook& handbook, EditRequest request) {
  const auto code = [&](RoleId& name) {
    const auto* const role = name.empty() ? nullptr : role_called(handbook, name);
    if (role != nullptr) name = role->id;
  };
  std::visit(
      [&](auto& asked) {
        if constexpr (requires { asked.role; }) code(asked.role);
        if constexpr (requires { asked.owner; }) code(asked.owner);
        if constexpr (requires { asked.reviewed; }) {
          std::ranges::for_each(asked.consulted, code);
          code(asked.reviewed);
          code(asked.approved);
          code(asked.registered_by);
        }
        if constexpr (requires { asked.unit; }) {
          const auto* const unit = asked.unit.empty() ? nullptr : unit_called(handbook, asked.unit);
          if (unit != nullptr) asked.unit = unit->id;
        }
      },
      request);
  return request;
}

}  // namespace handbok
