#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

// Registers that a handbook declares itself, in [[register]] of handbook.toml (decision 0034). What
// they say becomes the same Shape of Keys as a struct of the program has, so that every loop over
// registers treats them alike.

/// What a field holds.
enum class OwnFieldType : std::uint8_t {
  text,
  number,
  yes_no,
  date,    ///< a day that tells something
  day,     ///< a day on which somebody is to have done something
  choice,  ///< one of the handbook's own words
  role,
  unit,
  document,
  clause,
  row  ///< of a register
};

/// Whether the day of a field bounds the time in which the row counts.
enum class OwnFieldCounts : std::uint8_t { always, from, until };

/// One [[register.field]].
struct OwnField {
  std::string key;   ///< as rows write it
  std::string name;  ///< as readers are told
  OwnFieldType type = OwnFieldType::text;
  bool is_required = false;
  bool is_many = false;              ///< a list
  std::string unit;                  ///< of a number: "kg"
  std::vector<std::string> choices;  ///< of a choice
  std::string of;                    ///< of a row: the register that has it
  std::string owner;                 ///< of a day: the field with the role that sees to it
  int every_months = 0;  ///< of a day: it stands for what was done last; 0: it is the day
  OwnFieldCounts counts = OwnFieldCounts::always;  ///< of a date
  Location location{};
};

/// One [[register]].
struct OwnRegisterSettings {
  std::string id;  ///< registers/<id>.toml
  std::string name;
  std::string name_plural;
  std::string introduction;
  std::string row = "row";  ///< rows are [[row]]
  std::string prefix;       ///< of the ids that an import gives; may be empty
  std::vector<OwnField> fields;
  Location location{};
};

/// A value, in the type that the Form of its Key says.
using OwnValue =
    std::variant<std::string, std::vector<std::string>, std::optional<int>, std::optional<bool>,
                 std::optional<Date>, std::uint8_t, std::vector<std::uint8_t>>;

/// A row: its values in the order of the fields.
struct OwnRow {
  std::string id;
  Location location{};
  std::vector<OwnValue> values;
};

struct OwnDeclaration;
struct Register;

/// A register of the handbook's own and its rows, by id. What is declared is shared by copies of
/// the handbook: it is never changed, and keys point into it.
struct OwnRegister {
  std::shared_ptr<const OwnDeclaration> declared;
  const Register* about = nullptr;  ///< as the loops over registers see it; in `declared`
  std::vector<OwnRow> rows;
};

}  // namespace handbok
