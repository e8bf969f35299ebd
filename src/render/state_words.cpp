#include "render/state_words.hpp"

namespace handbok {

Word state_word(RevisionState state) {
  switch (state) {
    case RevisionState::unknown:
    case RevisionState::draft:
      return Word::state_draft;
    case RevisionState::in_review:
      return Word::state_in_review;
    case RevisionState::upcoming:
      return Word::state_upcoming;
    case RevisionState::in_force:
      return Word::state_in_force;
    case RevisionState::superseded:
      return Word::state_superseded;
    case RevisionState::repealed:
      return Word::state_repealed;
    case RevisionState::expired:
      return Word::state_expired;
    case RevisionState::withdrawn:
      return Word::state_withdrawn;
  }
  return Word::state_draft;
}

std::string_view state_class(RevisionState state) {
  switch (state) {
    case RevisionState::unknown:
    case RevisionState::draft:
      return "draft";
    case RevisionState::in_review:
      return "in-review";
    case RevisionState::upcoming:
      return "upcoming";
    case RevisionState::in_force:
      return "in-force";
    case RevisionState::superseded:
      return "superseded";
    case RevisionState::repealed:
      return "repealed";
    case RevisionState::expired:
      return "expired";
    case RevisionState::withdrawn:
      return "superseded";
  }
  return {};
}

}  // namespace handbok
