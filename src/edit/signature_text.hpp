#pragma once

#include <string>
#include <string_view>

#include "edit/toml_text.hpp"
#include "model/document.hpp"

namespace handbok {

/// The word for the step in an approval file: "reviewed".
std::string_view key_of(SignatureStep step);

/// The word for the step in a message: "@step.reviewed".
std::string slot_of(SignatureStep step);

/// A [[signature]] of an approval file. Its location is not used.
std::string signature_block(const Signature& signature);

/// `key = "text"` as a line, or nothing if the text is empty.
std::string optional_line(std::string_view key, std::string_view text);

}  // namespace handbok
