#pragma once

#include <string>
#include <string_view>

#include "edit/toml_text.hpp"
#include "model/document.hpp"

namespace handbok {

/// A [[signature]] of an approval file. Its location is not used.
std::string signature_block(const Signature& signature);

/// `key = "text"` as a line, or nothing if the text is empty.
std::string optional_line(std::string_view key, std::string_view text);

}  // namespace handbok
