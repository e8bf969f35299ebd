#pragma once

#include <string>

#include "app/authoring.hpp"
#include "diag/codes.hpp"

namespace handbok {

/// Asks in the terminal for what the request leaves open, with the suggestion for an empty answer
/// shown, and puts the answers into it. A day that looks mistyped is asked for again unless it is
/// said to be right, or `takes_far`. Stops asking when the terminal is closed.
void ask_open_questions(const Authoring& authoring, EditRequest& request, bool takes_far,
                        Language language);

/// True if whoever sits at the terminal says yes to what the sentence says.
bool confirms(const std::string& sentence, Language language);

}  // namespace handbok
