// Compiled, never linked: the declarations of all registers once more, with the ids of roles, units
// and documents as types of their own. A key whose member holds such an id and that does not say so
// (names_role, names_unit, names_document) is a compile error here. In the program an id is a plain
// text (decision 0004).
#define RoleId PlainRoleId
#define UnitId PlainUnitId
#define DocumentId PlainDocumentId
#include "model/ids.hpp"
#undef RoleId
#undef UnitId
#undef DocumentId

namespace handbok {

template <int Kind>
struct NamedId : std::string {
  using std::string::string;
  NamedId() = default;
  NamedId(std::string id) : std::string(std::move(id)) {}
};
using RoleId = NamedId<0>;
using UnitId = NamedId<1>;
using DocumentId = NamedId<2>;

}  // namespace handbok

#include "model/declare.hpp"

namespace handbok::declare {

template <>
inline constexpr ReferenceKind named_by<RoleId> = ReferenceKind::role;
template <>
inline constexpr ReferenceKind named_by<UnitId> = ReferenceKind::unit;
template <>
inline constexpr ReferenceKind named_by<DocumentId> = ReferenceKind::document;

}  // namespace handbok::declare

#include "all_keys.inc"  // model/*_keys.cpp
