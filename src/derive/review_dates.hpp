#pragma once

#include <optional>

#include "base/date.hpp"
#include "model/document.hpp"

namespace handbok {

/// When a revision was last looked at, and when it is to be looked at next, as known on a day.
struct ReviewDates {
  std::optional<Date> last;  ///< the last review without a change, or the approval
  std::optional<Date> next;
};

/// The review dates of `revision`: what its approval says, moved by reviews held on or before
/// `day`.
ReviewDates review_dates(const Document& document, const Revision& revision, Date day);

}  // namespace handbok
