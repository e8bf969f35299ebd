#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "word/tree.hpp"

namespace handbok::word {

// A cross-reference such as [[RUT-001|rutinen]] is a link in Word: its words are "rutinen", and it
// leads to "handbok:RUT-001". Somebody who writes in Word may also type the brackets.

/// The length of the cross-reference that begins at `offset`, brackets included; 0 if none does.
std::size_t reference_at(std::string_view text, std::size_t offset);

/// The reference that the target of a link stands for: "handbok:RUT-001" → "RUT-001".
std::optional<std::string> reference_of(std::string_view target);

/// Makes links of the cross-references in a text.
void link_references(Blocks& blocks);

}  // namespace handbok::word
