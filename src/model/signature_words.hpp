#pragma once

#include <string>
#include <string_view>

#include "model/document.hpp"

namespace handbok {

// The names of steps and of what stands behind them, as approval files, statements and messages
// write them.

/// The word for the step in an approval file and in a signed statement: "reviewed".
std::string_view key_of(SignatureStep step);

/// The word for the step in a message: "@step.reviewed" (diag/slot_words).
std::string slot_of(SignatureStep step);

/// The word for what stands behind a step in an approval file: "key".
std::string_view key_of(Assurance assurance);

/// The same in a message: "@assurance.key".
std::string slot_of(Assurance assurance);

}  // namespace handbok
