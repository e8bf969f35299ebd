#pragma once

#include <optional>
#include <vector>

#include "edit/requests.hpp"

namespace handbok {

/// When the validity of an editorial revision ends if nothing else is said: with that of the
/// revision before it. No value for other changes.
std::optional<Date> kept_end(const Document& document, const Revision& revision);

/// When the revision is to be looked at next if it is approved on the day: as late as its type
/// allows. An editorial change does not move the date. No value for types without reviews.
std::optional<Date> default_next_review(const Desk& desk, const Document& document,
                                        const Revision& revision);

}  // namespace handbok
