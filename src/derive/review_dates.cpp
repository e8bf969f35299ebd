#include "derive/review_dates.hpp"

namespace handbok {

ReviewDates review_dates(const Document& document, const Revision& revision, Date day) {
  ReviewDates dates;
  if (const auto* const approved = revision.approved()) dates.last = approved->on;
  if (revision.approval) dates.next = revision.approval->next_review;
  for (const auto& review : document.reviews) {
    if (review.revision != revision.number || review.on > day) continue;
    dates.last = review.on;
    if (review.next_review) dates.next = review.next_review;
  }
  return dates;
}

}  // namespace handbok
