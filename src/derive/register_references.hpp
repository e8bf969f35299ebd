#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/handbook.hpp"

namespace handbok {

/// What a field of a register may name.
enum class ReferenceKind : std::uint8_t {
  role,
  unit,
  document,  ///< of any type
  any        ///< whatever has an id; words of one's own are not meant to be an id
};

/// A name that a row of a register gives to something else. Refers to the Handbook.
struct RegisterReference {
  const std::string* subject = nullptr;  ///< the row's id
  const Location* location = nullptr;    ///< of the row
  std::string_view key;                  ///< of the field
  ReferenceKind kind = ReferenceKind::any;
  const std::string* id = nullptr;  ///< never empty
};

/// Every reference that the rows of risks, self-checks, actions, requirements … make, register by
/// register. Units, sources, clauses and collaboration points are left out: what they name is
/// demanded where they are checked; so is the evidence of requirements.
std::vector<RegisterReference> register_references(const Handbook& handbook);

/// True if something in the handbook has that id.
bool is_known_id(const Handbook& handbook, std::string_view id);

/// True if the text is written as ids are ("ATG-04", "SAM-2026-T2"), not in words.
bool looks_like_id(std::string_view text);

}  // namespace handbok
