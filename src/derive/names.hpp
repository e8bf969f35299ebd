#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok {

/// "Rutin (RUT)", as people are shown it; the id alone if it is of nothing.
template <typename Entity>
std::string named(const Entity* entity, const std::string& id) {
  return entity == nullptr ? id
                           : std::string(entity->name).append(" (").append(entity->id).append(")");
}

/// The ids of those that are called so: the one whose id it is as it stands, or else all that have
/// it as id, name or alias, whatever the case of the letters. Of an empty name nothing.
template <typename Entity>
std::vector<std::string> ids_called(const std::vector<Entity>& all, std::string_view name) {
  const auto wanted = to_lower(trim(name));
  const auto is_wanted = [&](std::string_view text) { return to_lower(text) == wanted; };
  std::vector<std::string> ids;
  for (const auto& one : all) {
    if (one.id == name && !wanted.empty()) return {one.id};
    bool is_called = is_wanted(one.id);
    if constexpr (requires { one.name; }) is_called = is_called || is_wanted(one.name);
    if constexpr (requires { one.aliases; })
      is_called = is_called || std::ranges::any_of(one.aliases, is_wanted);
    if (is_called && !wanted.empty()) ids.push_back(one.id);
  }
  return ids;
}

/// The ids of all, in their order.
template <typename Entity>
std::vector<std::string> all_ids(const std::vector<Entity>& all) {
  std::vector<std::string> ids;
  for (const auto& one : all)
    ids.push_back(one.id);
  return ids;
}

/// The id of the only one that is called so; the name as it stands if none is, or several.
template <typename Entity>
std::string id_called(const std::vector<Entity>& all, std::string_view name) {
  const auto ids = ids_called(all, name);
  return ids.size() == 1 ? ids.front() : std::string(name);
}

}  // namespace handbok
