#pragma once

#include <string_view>

#include "derive/day_view.hpp"
#include "render/words.hpp"

namespace handbok {

/// What readers call the state: "Gäller", "Ersatt" …
Word state_word(RevisionState state);

/// The CSS class of the badge that shows it: "in-force", "superseded" …
std::string_view state_class(RevisionState state);

}  // namespace handbok
