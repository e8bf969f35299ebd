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
  consulted,  ///< of one role, with yes or no
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
  std::vector<std::string> choices;  ///< codes that may be given; empty: any
  RoleId about{};                    ///< of a question for yes or no: whom it is about
  bool is_needed = false;            ///< without an answer the act would be refused
};

/// What became of an answer.
enum class Answered : std::uint8_t { taken, no_date, no_yes_or_no, no_choice, no_answer };

/// What the request leaves open, in the order in which to ask; answers may open further questions.
/// If the document is in no state for the act, nothing is asked: the act says so.
std::vector<Question> open_questions(const Desk& desk, const EditRequest& request);

/// Puts the answer into the request, or says why it makes no sense; then nothing is taken. Roles
/// and units may be named by code or by name. Of what was asked for with "yes" or "no" only yes
/// changes anything; no answer means not yet.
Answered answer(const Handbook& handbook, EditRequest& request, const Question& question,
                std::string_view text);

}  // namespace handbok
