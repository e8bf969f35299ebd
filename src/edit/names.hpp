#pragma once

#include <string_view>

#include "edit/requests.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// "Rutin (RUT)", as people are shown it; the id alone if it is of nothing.
template <typename Entity>
std::string named(const Entity* entity, const std::string& id) {
  return entity == nullptr ? id
                           : std::string(entity->name).append(" (").append(entity->id).append(")");
}

/// The role with that code, name or alias, whatever the case of the letters; nullptr if there is
/// none.
const Role* role_called(const Handbook& handbook, std::string_view name);

/// The unit with that code or name, likewise.
const OrgUnit* unit_called(const Handbook& handbook, std::string_view name);

/// The request with the codes of the roles, units, type and document that it names, however their
/// letters are written. A name that is of none stays: the act refuses it.
EditRequest with_codes(const Handbook& handbook, EditRequest request);

}  // namespace handbok
