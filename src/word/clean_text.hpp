#pragma once

#include <string>
#include <string_view>

namespace handbok::word {

/// `text` as sources must be: in Normalization Form C, without control characters and the invisible
/// ones that Word puts between letters. `text` must be valid UTF-8.
std::string clean_text(std::string_view text);

/// The beginning of `text`, by which a person finds the place; with "…" if there is more.
std::string excerpt(std::string_view text);

}  // namespace handbok::word
