#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handbok {

/// A moment in whole seconds since 1970, in UTC.
using Moment = std::int64_t;

/// "2026-11-21T02:00:05Z".
std::string to_text(Moment moment);

/// The moment that is written so; no value if the text is anything else.
std::optional<Moment> parse_moment(std::string_view text);

}  // namespace handbok
