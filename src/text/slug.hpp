#pragma once

#include <string>
#include <string_view>

namespace handbok {

/// `text` as part of an address: lower-case ASCII letters and digits, with one '-' for each run of
/// anything else and none at the ends. Accents fall away: å ä → a, ö ø → o, é → e, ü → u, æ → ae.
/// Empty when `text` holds no letter or digit. Different texts may share a slug ("råd", "rad").
std::string slug(std::string_view text);

}  // namespace handbok
