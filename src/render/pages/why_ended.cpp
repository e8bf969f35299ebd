#include "render/pages/why_ended.hpp"

namespace handbok {
namespace {

/// The number of the revision that took the place of the one at `index`.
std::string successor(const DocumentDay& document, std::size_t index) {
  const auto& ended = *document.revisions[index].validity->to;
  for (auto later = index + 1; later < document.revisions.size(); ++later) {
    const auto& validity = document.revisions[later].validity;
    if (validity && validity->from >= ended && !validity->is_empty()) {
      return std::to_string(document.document->revisions[later].number);
    }
  }
  return {};
}

}  // namespace

std::string why_ended(const DocumentDay& document, std::size_t index, const WordTable& words) {
  const auto& day = document.revisions[index];
  if (day.state == RevisionState::repealed && document.document->repeal) {
    return document.document->repeal->reason;
  }
  const auto* const withdrawal = document.document->revisions[index].withdrawn();
  if (day.state == RevisionState::withdrawn && withdrawal != nullptr) return withdrawal->reason;
  if (day.state != RevisionState::superseded) return {};
  const auto next = successor(document, index);
  return next.empty() ? std::string{} : words.fill(Word::archive_superseded_by, {next});
}

}  // namespace handbok
