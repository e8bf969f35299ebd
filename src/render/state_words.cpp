#include "render/state_words.hpp"

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

const Revision* revision_on(const DocumentDay& document, Date day) {
  for (std::size_t i = 0; i < document.revisions.size(); ++i) {
    const auto& validity = document.revisions[i].validity;
    if (validity && validity->contains(day)) return &document.document->revisions[i];
  }
  return nullptr;
}

std::string missing_text(const MissingHistory& missing, const WordTable& words) {
  const auto place = missing.kept_in();
  return words.fill(Word::missing_revisions, {missing.numbers()}) + " " +
         (place.empty() ? words[Word::missing_unknown] : words.fill(Word::missing_kept, {place}));
}

Html validity_html(const Interval& validity, const WordTable& words) {
  const auto from = date_html(validity.from, words).text;
  if (!validity.to) return word_html(words, Word::validity_from, {from});
  const auto last = date_html(last_day(validity), words).text;
  return word_html(words, Word::validity_span, {from, last});
}

std::string validity_text(const Interval& validity, const WordTable& words) {
  const auto from = date_text(validity.from, words);
  if (!validity.to) return words.fill(Word::validity_from, {from});
  return words.fill(Word::validity_span, {from, date_text(last_day(validity), words)});
}

Word state_word(RevisionState state) {
  switch (state) {
    case RevisionState::unknown: return Word::state_draft;
    case RevisionState::draft: return Word::state_draft;
    case RevisionState::in_review: return Word::state_in_review;
    case RevisionState::upcoming: return Word::state_upcoming;
    case RevisionState::in_force: return Word::state_in_force;
    case RevisionState::superseded: return Word::state_superseded;
    case RevisionState::repealed: return Word::state_repealed;
    case RevisionState::expired: return Word::state_expired;
    case RevisionState::withdrawn: return Word::state_withdrawn;
  }
  return Word::state_draft;
}

std::string_view state_class(RevisionState state) {
  switch (state) {
    case RevisionState::unknown: return "draft";
    case RevisionState::draft: return "draft";
    case RevisionState::in_review: return "in-review";
    case RevisionState::upcoming: return "upcoming";
    case RevisionState::in_force: return "in-force";
    case RevisionState::superseded: return "superseded";
    case RevisionState::repealed: return "repealed";
    case RevisionState::expired: return "expired";
    case RevisionState::withdrawn: return "superseded";
  }
  return {};
}

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
