#pragma once

#include <string>
#include <string_view>

namespace handbok::word {

/// `text` as sources must be: in Normalization Form C, without control characters and the invisible
/// ones that Word puts between letters. `text` must be valid UTF-8.
std::string clean_text(std::string_view text);

}  // namespace handbok::word
