#pragma once

#include <optional>
#include <string>
#include <vector>

#include "derive/phones.hpp"
#include "render/references.hpp"
#include "render/view_fields.hpp"

namespace handbok {

/// A number to ring.
struct RingRowView {
  std::string name;    ///< of the function
  std::string number;  ///< as it is read aloud, on one line
  std::string digits;  ///< as it is dialled
  std::string when;    ///< "dagtid"
  // For the script that finds the numbers of the reader's unit.
  std::string unit;
  std::string unit_name;
  std::string role;
  std::string hours;  ///< hours_of
  HANDBOK_FIELDS(RingRowView, name, number, digits, when, unit, unit_name, role, hours)
};

/// Whom to ring: numbers that hold for all readers of a page, and those of single units. Where some
/// of the first answer at night, those that answer by day only stand among the others.
struct RingView {
  std::vector<RingRowView> rows;
  std::vector<RingRowView> unit_rows;
  HANDBOK_FIELDS(RingView, rows, unit_rows)
};

/// The numbers of the roles at `home`, and those that the units below it have instead: only of
/// units that `revision` reaches, if it is given, and never of contractors. None if nobody has any.
std::optional<RingView> ring_view(const std::vector<RoleId>& roles, const OrgUnit& home,
                                  const Revision* revision, const LinkScope& scope);

/// All numbers at which somebody is reached from the unit, by role.
std::optional<RingView> ring_of_unit(const OrgUnit& unit, const LinkScope& scope);

}  // namespace handbok
