#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/bond.hpp"
#include "model/ids.hpp"

namespace handbok {

/// The register in which a dependent stands; see dependent.def.
enum class DependentKind : std::uint8_t {
#define HANDBOK_DEPENDENT_KIND(name, swedish, english) name,
#include "derive/dependent.def"
};

/// Something that rests on a subject: names it, follows it, is answered for by it …
struct Dependent {
  DependentKind kind = DependentKind::document;
  Bond bond = Bond::names;
  std::string id;     ///< "RSK-07"; a step is "PRO-005#A3"
  std::string title;  ///< may be empty
  RoleId owner;       ///< who answers for it; may be empty
  UnitId unit;        ///< may be empty
};

/// "self_check": the public name of a kind.
std::string_view name_of(DependentKind kind);

}  // namespace handbok
