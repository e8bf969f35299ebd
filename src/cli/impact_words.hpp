#pragma once

#include <string_view>

#include "questions/impact.hpp"

namespace handbok {

/// The register as a heading: "Egenkontroller".
std::string_view heading_of(DependentKind kind, Language language);

/// How something rests on the subject, after its name: "följs upp med det".
std::string_view words_of(Bond bond, Language language);

}  // namespace handbok
