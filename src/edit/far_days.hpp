#pragma once

#include <vector>

#include "edit/requests.hpp"

namespace handbok {

/// Days that are more likely mistyped than meant: an act on a day that has not come, or years ago;
/// a day of the request years from today. One refusal for each.
std::vector<Diagnostic> far_days(const EditRequest& request, Date on, Date today);

}  // namespace handbok
