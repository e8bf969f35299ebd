#include "edit/names.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok {

namespace {

template <typename Entity>
const Entity* called(const std::vector<Entity>& all, std::string_view name) {
  const auto exact = std::ranges::find(all, name, &Entity::id);
  if (exact != all.end()) return &*exact;
  const auto wanted = to_lower(trim(name));
  const auto is_wanted = [&](std::string_view text) { return to_lower(text) == wanted; };
  const auto found = std::ranges::find_if(all, [&](const Entity& one) {
    bool is_alias = false;
    if constexpr (requires { one.aliases; }) is_alias = std::ranges::any_of(one.aliases, is_wanted);
    if constexpr (requires { one.name; }) is_alias = is_alias || is_wanted(one.name);
    return is_alias || is_wanted(one.id);
  });
  return found == all.end() ? nullptr : &*found;
}

/// The id instead of the name, if something is called so.
template <typename Entity>
void use_id(const std::vector<Entity>& all, std::string& name) {
  const auto* const one = name.empty() ? nullptr : called(all, name);
  if (one != nullptr) name = one->id;
}

}  // namespace

const Role* role_called(const Handbook& handbook, std::string_view name) {
  return called(handbook.roles, name);
}

const OrgUnit* unit_called(const Handbook& handbook, std::string_view name) {
  return called(handbook.units, name);
}

EditRequest with_codes(const Handbook& handbook, EditRequest request) {
  const auto code = [&](RoleId& name) { use_id(handbook.roles, name); };
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
        if constexpr (requires { asked.unit; }) use_id(handbook.units, asked.unit);
        if constexpr (requires { asked.unit; }) use_id(handbook.types, asked.type);
        if constexpr (requires { asked.document; }) use_id(handbook.documents, asked.document);
      },
      request);
  return request;
}

}  // namespace handbok
