#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/keys.hpp"

namespace handbok {

/// What is said once about a register: where it is written and kept, and what its rows look like.
struct Register {
  std::string_view file;                  ///< registers/<file>.toml
  std::string_view key;                   ///< its rows are [[key]]; also the public name of one
  const Shape& (*of_struct)() = nullptr;  ///< null: it is the handbook's own
  const Shape* own = nullptr;             ///< of a register that the handbook declares
  const RowListType* rows = nullptr;
  const void* (*list)(const Handbook& handbook, std::size_t place) = nullptr;
  std::size_t place = 0;       ///< handed to `list`
  bool is_foundation = false;  ///< everything rests on it: what is wrong there stops the build
  bool is_in_file_order = false;
  /// How the work is planned, followed up and judged: nothing for readers outside.
  bool is_internal = true;

  const Shape& shape() const { return own == nullptr ? of_struct() : *own; }
};

/// A row of some register. Refers to the handbook.
struct RegisterRow {
  const Register* about = nullptr;
  const void* row = nullptr;

  const Shape& shape() const { return about->shape(); }
  /// The row as what it is, or nullptr if it is something else.
  template <typename Row>
  const Row* as() const {
    return about->of_struct == &shape_of<Row> ? static_cast<const Row*>(row) : nullptr;
  }
  /// Empty if rows of the register have none.
  std::string id() const;
  Location location() const;
  /// What a message about the row calls it: its id, or the number of a statute.
  std::string subject() const;
  /// The text of the first key that is that part of the row; empty if there is none.
  std::string text(KeyPart part) const;
  /// All texts of that key.
  std::vector<std::string> texts(KeyPart part) const;
};

/// "self-checks": how a register is asked for. Of two in one file the second goes by its rows.
std::string public_name(const Register& about);

/// The registers that every handbook has, in the order in which they are listed.
std::span<const Register> common_registers();

/// Those and the registers of the handbook's own. Refers to the handbook.
std::vector<const Register*> registers_of(const Handbook& handbook);

std::size_t row_count(const Handbook& handbook, const Register& about);
RegisterRow row_at(const Handbook& handbook, const Register& about, std::size_t index);

/// The row with that id, or one without a row. Registers in the order of their file have none.
RegisterRow find_row(const Handbook& handbook, const Register& about, std::string_view id);

/// Calls visit(row) for each row of the register.
template <typename Visit>
void for_each_row(const Handbook& handbook, const Register& about, Visit visit) {
  const auto count = row_count(handbook, about);
  for (std::size_t i = 0; i < count; ++i)
    visit(row_at(handbook, about, i));
}

/// The same for all registers, one after the other.
template <typename Visit>
void for_each_row(const Handbook& handbook, Visit visit) {
  for (const auto* const about : registers_of(handbook))
    for_each_row(handbook, *about, visit);
}

/// Takes out the rows for which the condition holds.
void erase_rows(Handbook& handbook, const Register& about,
                const std::function<bool(const RegisterRow&)>& condition);

/// Where the register keeps its rows, to add to them.
void* rows_to_change(Handbook& handbook, const Register& about);

}  // namespace handbok
