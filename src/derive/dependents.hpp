#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "derive/backlinks.hpp"
#include "derive/day_view.hpp"
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

/// Everything that rests on `subject` on the day of the view, by kind, then in the order of its
/// register; each bond once. The subject is the id of a document, role, unit, source or row of a
/// register, or a clause ("sosfs-2011-9/5:3"). A source is named by all who name one of its
/// clauses; a clause also by who names the section that it is part of, or a part of it.
///
/// Documents count as far as they are in force, and their uses of each other are those of the
/// backlinks, so that this and the pages agree. What is not yet known on the day, closed or done
/// with does not count.
std::vector<Dependent> dependents_on(const DayView& view, const Backlinks& backlinks,
                                     std::string_view subject);

}  // namespace handbok
