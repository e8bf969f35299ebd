#pragma once

#include <cstddef>
#include <string>

#include "derive/day_view.hpp"
#include "render/words.hpp"

namespace handbok {

/// Why the revision at `index` of the document no longer applies: what took its place, or the
/// reason of the decision. Empty if it applies, or ran out by itself.
std::string why_ended(const DocumentDay& document, std::size_t index, const WordTable& words);

}  // namespace handbok
