#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "derive/day_view.hpp"
#include "render/words.hpp"

namespace handbok {

/// What readers call the state: "Gäller", "Ersatt" …
Word state_word(RevisionState state);

/// The CSS class of the badge that shows it: "in-force", "superseded" …
std::string_view state_class(RevisionState state);

/// Why the revision at `index` of the document no longer applies: what took its place, or the
/// reason of the decision. Empty if it applies, or ran out by itself.
std::string why_ended(const DocumentDay& document, std::size_t index, const WordTable& words);

}  // namespace handbok
