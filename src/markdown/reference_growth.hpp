#pragma once

#include <cstddef>
#include <string_view>

namespace handbok {

/// How many bytes the parser would copy for the link definitions of `text` ("[name]: address"):
/// for each definition its length times its uses. A short text can grow to gigabytes that way.
std::size_t reference_growth(std::string_view text);

}  // namespace handbok
