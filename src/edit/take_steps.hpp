#pragma once

#include <optional>
#include <vector>

#include "edit/requests.hpp"

namespace handbok {

/// The roles that the type's policy wants to be consulted and that have taken no step with the
/// revision, nor take one now (decision 0016).
std::vector<RoleId> missing_consultations(const Handbook& handbook, const Revision& revision,
                                          const std::vector<Signature>& to_come);

/// When the validity of an editorial revision ends if nothing else is said: with that of the
/// revision before it. No value for other changes.
std::optional<Date> kept_end(const Document& document, const Revision& revision);

/// When the revision is to be looked at next if it is approved on the day: as late as its type
/// allows. An editorial change does not move the date. No value for types without reviews.
std::optional<Date> default_next_review(const Desk& desk, const Document& document,
                                        const Revision& revision);

}  // namespace handbok
