#pragma once

#include <string>

#include "diag/codes.hpp"

namespace handbok {

/// The sentence that says what is wrong, with … for what differs from case to case.
std::string what_pattern(Code code, Language language);

/// The sentence that says what to do, with … for what differs from case to case.
std::string remedy_pattern(Code code, Language language);

/// What one code means, for a terminal: its severity, what it says, what to do, the rule it serves
/// and what it costs.
std::string explain(Code code, Language language);

/// The same for all codes as a page of Markdown, by family, in the order of codes.def.
std::string explain_all_markdown(Language language);

}  // namespace handbok
