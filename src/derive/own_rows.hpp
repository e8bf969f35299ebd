#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/own_declaration.hpp"

namespace handbok {

/// A row of a register of the handbook's own. Refers to the Handbook.
struct OwnRowRef {
  const OwnDeclaration* declared = nullptr;
  const OwnRow* row = nullptr;

  /// What the row is about: its first text, or its id.
  const std::string& title() const;
  RegisterRow as_row() const { return {&declared->about, row}; }
};

/// A day on which somebody is to have done something that a row asks for.
struct OwnDay {
  OwnRowRef of;
  const OwnField* field = nullptr;
  Date on;
  Date written;  ///< in the row: when it was done last, if it is done again and again; else `on`

  std::vector<RoleId> owners() const;  ///< who sees to it
  std::vector<UnitId> units() const;   ///< where
};

/// The day of a field in a row, or, of what is done again and again, the next; none if it is no
/// such field or is empty.
std::optional<Date> own_day(const OwnDeclaration& declared, const OwnField& field,
                            const OwnRow& row);

/// The days of the rows that count on the day, up to and including `last`, register by register.
std::vector<OwnDay> own_days(const Handbook& handbook, Date day, Date last);

/// The texts of a field: none, one, or those of a list. Empty for fields of other types.
std::vector<std::string> texts_of(const Key& key, const OwnRow& row);

/// Where a row names something.
struct OwnUse {
  OwnRowRef by;
  const OwnField* field = nullptr;
};

/// By id, the rows of the handbook's own registers that name it and count on the day. Refers to the
/// Handbook.
class OwnUses {
public:
  OwnUses() = default;
  OwnUses(const Handbook& handbook, Date day);

  const std::vector<OwnUse>& of(std::string_view id) const;

private:
  std::map<std::string, std::vector<OwnUse>, std::less<>> uses_;
};

}  // namespace handbok
