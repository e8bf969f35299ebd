#pragma once

#include <string_view>

#include "questions/impact.hpp"

namespace handbok {

/// How something rests on the subject, after its name: "följs upp med det".
std::string_view words_of(Bond bond, Language language);

}  // namespace handbok
