#pragma once

#include <vector>

#include "model/own_register.hpp"
#include "model/registers.hpp"

namespace handbok {

/// What [[register]] said, as the loops over registers need it. Made by declare_own_register, never
/// copied: its parts point at each other.
struct OwnDeclaration {
  OwnRegisterSettings said;
  std::vector<std::vector<EnumName>> words;  ///< of each field; empty if it is no choice
  std::vector<Key> keys;                     ///< the id, then one for each field
  Shape shape;
  Register about;

  OwnDeclaration() = default;
  OwnDeclaration(const OwnDeclaration&) = delete;
  OwnDeclaration& operator=(const OwnDeclaration&) = delete;
  OwnDeclaration(OwnDeclaration&&) = delete;
  OwnDeclaration& operator=(OwnDeclaration&&) = delete;
  ~OwnDeclaration() = default;

  /// The field of that key, or nullptr.
  const OwnField* find_field(std::string_view key) const;
  /// The key of one of its own fields.
  const Key& key_of(const OwnField& field) const;
};

/// The register that these settings declare, without rows. `place` is its place among the
/// handbook's own.
OwnRegister declare_own_register(OwnRegisterSettings said, std::size_t place);

/// The declaration behind a register, or nullptr if the program has it by itself.
const OwnDeclaration* declaration_of(const Handbook& handbook, const Register& about);

/// The register with that id, or nullptr.
const OwnRegister* find_own_register(const Handbook& handbook, std::string_view id);

}  // namespace handbok
