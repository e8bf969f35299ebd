#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "derive/row_references.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// A reference and the row that makes it. Refers to the Handbook.
struct RegisterReference : RowReference {
  const std::string* subject = nullptr;  ///< the row's id
  const Location* location = nullptr;    ///< of the row
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
