#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "edit/requests.hpp"

namespace handbok {

/// What somebody can be asked for.
enum class AskedField : std::uint8_t {
  title,
  unit,
  owner,
  note,
  drafter,
  comment,
  role,
  consulted,
  reviewed,
  approved,
  ref,
  reason,
  valid_from,
  valid_to,
  next_review,
  effective_on,
  replaced_by
};

/// Something that the request does not say, and what an empty answer means.
struct Question {
  AskedField field = AskedField::title;
  std::string suggestion;            ///< taken for an empty answer; may be empty
  std::vector<std::string> choices;  ///< worth showing; other answers are judged by the act
};

/// What the request leaves open, in the order in which to ask; answers may open further questions.
/// If the document is in no state for the act, nothing is asked: the act says so.
std::vector<Question> open_questions(const Desk& desk, const EditRequest& request);

/// Puts the answer into the request; false if it cannot be understood, such as an impossible date.
bool answer(EditRequest& request, AskedField field, std::string_view text);

}  // namespace handbok
