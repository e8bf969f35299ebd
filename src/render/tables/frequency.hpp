#pragma once

#include <string>

#include "render/words.hpp"

namespace handbok {

/// "varje månad", "två gånger om året" …, for what recurs every `months` months; 0: when needed.
std::string frequency_text(int months, const WordTable& words);

}  // namespace handbok
