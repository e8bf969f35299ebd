#pragma once

#include <string>
#include <string_view>

#include "derive/known_law.hpp"

namespace handbok {

/// What the proposal would write: a whole row, or the keys that change. What the pack is not sure
/// of comes with a comment: `doubt`, with the pack's note in its slot. No row says that anybody has
/// checked it.
std::string law_toml(const LawProposal& proposal, std::string_view doubt);

/// The text of registers/sources.toml with the proposal in it. A text without the row that it would
/// change stays as it is.
std::string with_law(const std::string& register_text, const LawProposal& proposal,
                     std::string_view doubt);

}  // namespace handbok
