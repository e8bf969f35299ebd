#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "text/tokens.hpp"

namespace handbok {

/// Numbers of chapters or sections as they are listed in a text.
struct SectionNumbers {
  std::vector<std::string> numbers;  ///< "3", "24 b"; ranges written out
  std::size_t end = 0;               ///< the first token after them
};

/// The list from token `index` on: "3", "6 a", "5, 6 och 6 a", "2–4" or "24 b–g". Empty if there is
/// none. Reads at most a few dozen numbers, so that a long row of figures costs no time.
SectionNumbers read_section_numbers(const Tokens& tokens, std::size_t index);

/// The token after a comma, "och", "eller" or "samt" at `index`, or `index`.
std::size_t after_separator(const Tokens& tokens, std::size_t index);

}  // namespace handbok
